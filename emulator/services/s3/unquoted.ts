/** An ETag without its quotation marks, which requests may leave out. */
export function unquoted(eTag: string): string {
  return eTag.replaceAll('"', "");
}
