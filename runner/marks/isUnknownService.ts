import * as z from "zod";
import { isLacking } from "../isLacking.ts";

const answered = z.object({ name: z.string(), $metadata: z.object({ httpStatusCode: z.number() }) });

/** "Not Found", "Method Not Allowed", "Not Implemented". */
const statuses: ReadonlySet<number> = new Set([404, 405, 501]);

/** Whether a server that speaks AWS has answered that it does not have this service, or this operation of it. */
export function isUnknownService(error: unknown): boolean {
  const { data } = answered.safeParse(error);
  if (data === undefined) return false;
  return (
    isLacking(error) ||
    statuses.has(data.$metadata.httpStatusCode) ||
    /Unknown|NotImplemented|InvalidAction|Unsupported/.test(data.name)
  );
}
