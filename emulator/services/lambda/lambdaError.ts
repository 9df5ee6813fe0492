import { AwsError } from "../../awsError.ts";

/** HTTP status by error code. Source: the API model of Lambda. */
const statuses = {
  AccessDeniedException: 403,
  InvalidParameterValueException: 400,
  InvalidRequestContentException: 400,
  InvalidRuntimeException: 502,
  KMSAccessDeniedException: 502,
  KMSDisabledException: 502,
  KMSInvalidStateException: 502,
  KMSNotFoundException: 502,
  PolicyLengthExceededException: 400,
  PreconditionFailedException: 412,
  RequestTooLargeException: 413,
  ResourceConflictException: 409,
  ResourceNotFoundException: 404,
  TooManyRequestsException: 429,
} as const;

/** An error of Lambda's. All of these are the caller's doing, and say so in the member `Type`. Source: recorded answers. */
export function lambdaError(
  code: keyof typeof statuses,
  message: string,
  members: Readonly<Record<string, string>> = {},
): AwsError {
  return new AwsError(code, message, { status: statuses[code], members: { Type: "User", ...members } });
}

/** The error for a value that Lambda does not take. */
export function invalidParameterValue(message: string): AwsError {
  return lambdaError("InvalidParameterValueException", message);
}

/** The error for what AWS takes and the embedded AWS does not carry. */
export function notCarried(what: string): AwsError {
  return invalidParameterValue(`The embedded AWS does not carry ${what} yet.`);
}
