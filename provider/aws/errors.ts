/** What an endpoint leaves out or does not do although AWS's documentation says so. It is shown without a stack trace. */
export class EndpointError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EndpointError";
  }
}

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

/** The answer, or undefined where the endpoint is none of AWS's and does not have the operation. */
export async function ifKnown<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isAwsError(error, ...UNKNOWN_OPERATION) || (error instanceof Error && isGarbled(error))) {
      return undefined;
    }
    throw error;
  }
}

/** As the protocols of AWS name an operation that there is not. */
const UNKNOWN_OPERATION = ["InvalidAction", "NotImplemented", "UnknownOperationException"];

/** Whether what was answered is not in AWS's form: the page of a web server, for example. */
export function isGarbled(error: object): boolean {
  return "$response" in error && !("$fault" in error);
}

/**
 * An answer of AWS that must be there by its documentation.
 *
 * @throws EndpointError naming what the endpoint left out.
 */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) {
    throw new EndpointError(`the endpoint answered without ${name}`);
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
  if (error instanceof EndpointError) {
    return error.message;
  }
  if (isGarbled(error)) {
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
