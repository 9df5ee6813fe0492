import type { ObjectContent, ObjectHeaders } from "./bucket.ts";
import { readStorageClass } from "./storageClass.ts";

/** What a request says of a new object that comes back as it was put. */
export interface AskedDescription extends ObjectHeaders {
  readonly Metadata?: Readonly<Record<string, string>>;
  readonly StorageClass?: string;
}

/** What is kept of it. Throws `InvalidStorageClass`. */
export function keptDescription({
  ContentType,
  ContentEncoding,
  ContentDisposition,
  ContentLanguage,
  CacheControl,
  Metadata = {},
  StorageClass,
}: AskedDescription): Pick<ObjectContent, "metadata" | "headers" | "storageClass"> {
  const headers = { ContentType, ContentEncoding, ContentDisposition, ContentLanguage, CacheControl };
  return { metadata: Metadata, headers, storageClass: readStorageClass(StorageClass) };
}
