import * as z from "zod";

const answered = z.object({ name: z.string(), $metadata: z.object({ httpStatusCode: z.number() }) });

/** As the protocols of AWS name an operation that there is not. Sources: smithy.io, "AWS JSON 1.1 protocol"; Common Errors of each query API; S3's error list. */
const codes: ReadonlySet<string> = new Set([
  "InvalidAction",
  "MethodNotAllowed",
  "NotImplemented",
  "NotImplementedException",
  "UnknownOperation",
  "UnknownOperationException",
]);

/** "Method Not Allowed", "Not Implemented". */
const statuses: ReadonlySet<number> = new Set([405, 501]);

/**
 * Whether an endpoint has answered that it does not have an operation: in AWS's words, by the status alone, or with something that
 * is no answer of AWS's at all, such as the page of a web server.
 */
export function isLacking(error: unknown): boolean {
  const { data } = answered.safeParse(error);
  if (data === undefined) return false;
  const status = garbledStatus(error);
  const isGarbled = status !== undefined && !refusing.has(status) && !passing.has(status);
  return codes.has(data.name) || statuses.has(data.$metadata.httpStatusCode) || isGarbled;
}

/** "Unauthorized", "Forbidden": a decision, whatever its form. */
const refusing: ReadonlySet<number> = new Set([401, 403]);

/** "Too Many Requests", and what a gateway says while nothing behind it answers. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * The HTTP status of an answer that is not in AWS's form. The AWS SDK keeps an answer that it could not read, says for those it
 * could whose fault the error is, and calls those without a code `Unknown`.
 */
export function garbledStatus(error: unknown): number | undefined {
  const { data } = answered.safeParse(error);
  if (data === undefined || !(error instanceof Error)) return undefined;
  const isUnreadable = "$response" in error && !("$fault" in error);
  return isUnreadable || nameless.has(data.name) ? data.$metadata.httpStatusCode : undefined;
}

const nameless: ReadonlySet<string> = new Set(["Unknown", "UnknownError"]);

/** Whether an endpoint refuses by the status of its answer alone, which is not in AWS's form. */
export function refusesByStatus(error: unknown): boolean {
  const status = garbledStatus(error);
  return status !== undefined && refusing.has(status);
}

/** Nothing, where an endpoint does not have what a list is made with. */
export async function unlessLacking(list: Promise<string[]>): Promise<string[]> {
  try {
    return await list;
  } catch (error) {
    if (isLacking(error)) return [];
    throw error;
  }
}
