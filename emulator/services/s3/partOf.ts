import { AwsError } from "../../awsError.ts";

/**
 * The bytes that a `Range` header asks for, and which they are; all of them for none, and for what is no single range.
 * Throws `InvalidRange`. Source: RFC 9110, "Range requests"; S3 API Reference, GetObject.
 */
export function partOf(whole: Buffer, range: string | undefined): { readonly body: Buffer; readonly range?: string } {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") return { body: whole };
  const size = whole.length;
  const begin = from === "" ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (begin >= size || begin > end) {
    throw new AwsError("InvalidRange", "The requested range is not satisfiable", { status: 416 });
  }
  return { body: whole.subarray(begin, end + 1), range: `bytes ${begin}-${end}/${size}` };
}
