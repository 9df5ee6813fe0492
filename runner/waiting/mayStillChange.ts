import type { Judgement } from "../judge.ts";

/** Somebody or something that was made a moment ago is not known everywhere. Sources: the error lists of each service's API Reference. */
const notYetVisible: ReadonlySet<string> = new Set([
  "AuthFailure",
  "InvalidAccessKeyId",
  "InvalidClientTokenId",
  "MalformedPolicyDocument",
  "MalformedPolicyDocumentException",
  "NoSuchBucket",
  "NoSuchEntityException",
  "NotFoundException",
  "ResourceNotFoundException",
  "UnrecognizedClientException",
]);

/** AWS has not decided. Source: AWS SDKs and Tools Reference Guide, "Retry behavior". */
const undecided: ReadonlySet<string> = new Set([
  "InternalError",
  "InternalFailure",
  "InternalServerError",
  "RequestLimitExceeded",
  "ServiceUnavailable",
  "SlowDown",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
]);

/**
 * Whether an answer that is not the expected one may be another one soon: the opposite of what is expected, an error of what is
 * not visible yet, or no decision at all. A wrong value, or a denial for another reason, stays what it is.
 */
export function mayStillChange({ expected, observed, error }: Judgement): boolean {
  if (observed === "error") return error === undefined || notYetVisible.has(error.code) || undecided.has(error.code);
  return observed !== expected;
}
