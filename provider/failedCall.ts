import { describeError, EndpointError } from "./aws/errors.ts";
import { operationOf } from "./aws/nameOperation.ts";
import { PartlyCreated } from "./errors.ts";

/** Something that could not be done because of what the endpoint answered. */
export interface FailedCall {
  /** What was asked last: `kms:CreateKey`. Absent where it was answered, but not as it should be. */
  readonly operation?: string;
  /** The name of AWS's error, or of the SDK's for what is none of AWS's. */
  readonly code: string;
  /** As the engine is told: a sentence with the code. */
  readonly message: string;
}

/** Undefined for what is no answer: a mistake in the program, a bug, an endpoint that cannot be reached. */
export function failedCallOf(error: unknown): FailedCall | undefined {
  if (error instanceof PartlyCreated) {
    return failedCallOf(error.cause);
  }
  const message = describeError(error);
  if (message === undefined || !(error instanceof Error)) {
    return undefined;
  }
  // A lost connection has no answer that the SDK could have kept.
  if (!(error instanceof EndpointError) && !("$metadata" in error && hasStatus(error.$metadata))) {
    return undefined;
  }
  return { operation: operationOf(error), code: error.name, message };
}

function hasStatus(metadata: unknown): boolean {
  return (
    typeof metadata === "object" &&
    metadata !== null &&
    "httpStatusCode" in metadata &&
    metadata.httpStatusCode !== undefined
  );
}
