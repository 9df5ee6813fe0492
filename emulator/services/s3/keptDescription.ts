import type { ObjectContent, ObjectHeaders } from "./bucket.ts";

/** What a request says of a new object that comes back as it was put. */
export interface AskedDescription extends ObjectHeaders {
  readonly Metadata?: Readonly<Record<string, string>>;
}

/** What is kept of it. */
export function keptDescription({
  ContentType,
  ContentEncoding,
  ContentDisposition,
  ContentLanguage,
  CacheControl,
  Metadata = {},
}: AskedDescription): Pick<ObjectContent, "metadata" | "headers"> {
  const headers = { ContentType, ContentEncoding, ContentDisposition, ContentLanguage, CacheControl };
  return { metadata: Metadata, headers };
}
