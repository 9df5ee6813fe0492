import { AwsError } from "../awsError.ts";
import type { Service } from "../service.ts";
import { throttlingError } from "../throttlingError.ts";
import type { Fate } from "./chaos.ts";

/** The error that a fault is answered with; nothing for faults that answer nothing. */
export function chaosError(fault: Fate["fault"], service: Service | undefined): AwsError | undefined {
  if (fault === "throttled") return throttlingError(service);
  // Source: "Common Errors" in the API references of AWS's services.
  if (fault === "internal failure") {
    const message = "The request processing has failed because of an unknown error, exception or failure.";
    return new AwsError("InternalFailure", message, { status: 500 });
  }
  if (fault === "unavailable") {
    const message = "The request has failed due to a temporary failure of the server.";
    return new AwsError("ServiceUnavailable", message, { status: 503 });
  }
  return undefined;
}
