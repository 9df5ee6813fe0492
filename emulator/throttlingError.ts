import { AwsError } from "./awsError.ts";
import { queryErrorCodes, type Service } from "./service.ts";

/**
 * What a service answers to callers that are too fast: its own error, else the code that services of its protocol have in
 * common. Source: "Common Errors" in AWS's API references; the sentence is seen in the issues of AWS's clients.
 */
export function throttlingError(service: Service | undefined): AwsError {
  const { code, message, status } = service?.throttlingError ?? {
    code: service?.errorCodes === queryErrorCodes ? "Throttling" : "ThrottlingException",
    message: "Rate exceeded",
    status: 400,
  };
  return new AwsError(code, message, { status });
}
