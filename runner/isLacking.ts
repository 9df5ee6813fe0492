import { z } from "zod";

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
  const { name, $metadata } = data;
  return codes.has(name) || statuses.has($metadata.httpStatusCode) || garbledStatus(error) !== undefined;
}

/**
 * The HTTP status of an answer that is not in AWS's form. The AWS SDK keeps an answer that it could not read, and says for those it
 * could whose fault the error is.
 */
export function garbledStatus(error: unknown): number | undefined {
  const { data } = answered.safeParse(error);
  if (data === undefined || !(error instanceof Error)) return undefined;
  const { httpStatusCode: status } = data.$metadata;
  const isUnreadable = "$response" in error && !("$fault" in error);
  return isUnreadable || (nameless.has(data.name) && status >= 500) ? status : undefined;
}

/** As the AWS SDK calls an answer without a code: one of AWS's where it has no body and its status says all, below 500. */
const nameless: ReadonlySet<string> = new Set(["Unknown", "UnknownError"]);

/** Nothing, where an endpoint does not have what a list is made with. */
export async function unlessLacking(list: Promise<string[]>): Promise<string[]> {
  try {
    return await list;
  } catch (error) {
    if (isLacking(error)) return [];
    throw error;
  }
}
