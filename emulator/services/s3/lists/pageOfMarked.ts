import { compareKeys } from "./compareKeys.ts";
import { pageOfKeys } from "./pageOfKeys.ts";

/** Something of which a key may have several, each with an id of its own. */
interface Marked {
  readonly key: string;
  readonly id: string;
}

/**
 * As {@link pageOfKeys}, of a list that begins after a key and, within that key, after an id. Where that id is gone, the list
 * goes on with the next key. Source: S3 API Reference, ListObjectVersions and ListMultipartUploads.
 */
export function pageOfMarked<Item extends Marked>(
  all: readonly Item[],
  marker: { readonly key: string; readonly id?: string },
  asked: { readonly prefix?: string; readonly delimiter?: string; readonly size: number },
) {
  const seen = marker.id === undefined ? -1 : all.findIndex(({ key, id }) => key === marker.key && id === marker.id);
  if (seen < 0) return pageOfKeys(all, { ...asked, after: marker.key });
  const later = all.filter(({ key }, index) => (key === marker.key ? index > seen : compareKeys(key, marker.key) > 0));
  return pageOfKeys(later, asked);
}
