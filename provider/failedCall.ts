import * as z from "zod";
import { describeError, EndpointError, isGarbled } from "./aws/errors.ts";
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
  /** The HTTP status of an answer that is not in AWS's form. */
  readonly garbledStatus?: number;
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
  const status = statusOf(error);
  if (status === undefined && !(error instanceof EndpointError)) {
    return undefined;
  }
  const garbledStatus = isGarbled(error) ? status : undefined;
  return { operation: operationOf(error), code: error.name, message, garbledStatus };
}

/** A lost connection has none. */
function statusOf(error: Error): number | undefined {
  const { data } = answered.safeParse(error);
  return data?.$metadata.httpStatusCode;
}

const answered = z.object({ $metadata: z.object({ httpStatusCode: z.number() }) });
