import { AwsError } from "../../../awsError.ts";

/** Some of the bytes of an object. */
export interface ByteRange {
  readonly begin: number;
  /** The first byte that is not meant. */
  readonly end: number;
  /** As the header `Content-Range` tells it. */
  readonly contentRange: string;
}

/**
 * The bytes that a `Range` header asks for; nothing for none, and for what is no single range: then all are meant.
 * Throws `InvalidRange`. Source: RFC 9110, "Range requests"; S3 API Reference, GetObject.
 */
export function readRange(size: number, range: string | undefined): ByteRange | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const begin = from === "" ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (begin >= size || begin > last) {
    throw new AwsError("InvalidRange", "The requested range is not satisfiable", { status: 416 });
  }
  return { begin, end: last + 1, contentRange: `bytes ${begin}-${last}/${size}` };
}
