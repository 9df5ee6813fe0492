/** Whether an error is AWS's answer of one of these names, such as `NoSuchEntityException`. */
export function isAwsError(error: unknown, ...names: readonly string[]): error is Error {
  return error instanceof Error && names.includes(error.name);
}

/** The services' names for "there is no such thing". */
const NOT_FOUND = [
  "NotFoundException",
  "ResourceNotFound",
  "ResourceNotFoundException",
  "NoSuchEntityException",
  "InvalidSnapshot.NotFound",
  "InvalidVolume.NotFound",
  "TrailNotFoundException",
  // S3 has a name of its own for everything; an answer to HEAD has no body to tell one.
  "NotFound",
  "NoSuchBucket",
  "NoSuchBucketPolicy",
  "NoSuchKey",
  "NoSuchPublicAccessBlockConfiguration",
  "NoSuchTagSet",
  "ObjectLockConfigurationNotFoundError",
  "OwnershipControlsNotFoundError",
];

/** The answer, or undefined when AWS says that the thing asked for does not exist. */
export async function ifExists<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isAwsError(error, ...NOT_FOUND)) {
      return undefined;
    }
    throw error;
  }
}

/**
 * An answer of AWS that must be there by its documentation.
 *
 * @throws Error naming what the endpoint left out.
 */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) {
    throw new Error(`the endpoint answered without ${name}`);
  }
  return value;
}

/**
 * AWS's refusal as a sentence (code, message, request id), or what keeps the endpoint from answering. Undefined for any
 * other error.
 */
export function describeError(error: unknown): string | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  if ("$metadata" in error && "$fault" in error) {
    return `${error.name}: ${error.message}${requestId(error.$metadata)}`;
  }
  if ("$response" in error) {
    return `The endpoint does not answer as AWS does; is it one? ${error.message.split("\n")[0] ?? ""}`;
  }
  if ("code" in error && typeof error.code === "string" && NETWORK_FAILURES.has(error.code)) {
    return `The AWS endpoint could not be reached: ${error.message || error.code}`;
  }
  return undefined;
}

const NETWORK_FAILURES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);

function requestId(metadata: unknown): string {
  const known = typeof metadata === "object" && metadata !== null && "requestId" in metadata;
  return known && typeof metadata.requestId === "string" ? ` (request id ${metadata.requestId})` : "";
}
