import { AwsError } from "../../awsError.ts";

/** IAM's answer when a quota is used up. */
export function limitExceeded(message: string): AwsError {
  return new AwsError("LimitExceeded", message, { status: 409 });
}
