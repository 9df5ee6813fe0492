/** A key as a list shows it: encoded for those who ask so, since XML cannot hold every character. */
export function encodedKey(key: string, encodingType: string | undefined): string {
  return encodingType === "url" ? encodeURIComponent(key).replaceAll("%2F", "/") : key;
}
