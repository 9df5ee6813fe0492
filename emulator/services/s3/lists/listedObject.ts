import type { StoredObject } from "../shownObject.ts";
import { encodedKey } from "./encodedKey.ts";
import { listedContent } from "./listedContent.ts";

/** What lists tell of an object. */
export function listedObject({ key, lastModified, content }: StoredObject, encodingType: string | undefined) {
  return { Key: encodedKey(key, encodingType), LastModified: lastModified, ...listedContent(content) };
}
