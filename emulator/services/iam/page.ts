import { AwsError } from "../../awsError.ts";

/** How a request asks for one page of a list. */
export interface PageRequest {
  readonly Marker?: string;
  /** Default: 100. Source: IAM API Reference, `MaxItems`. */
  readonly MaxItems?: number;
}

/** The members that every list operation answers with. */
export interface Truncation {
  IsTruncated: boolean;
  Marker?: string;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: Item[];
  readonly truncation: Truncation;
}

/**
 * One page of a list, sorted by `keyOf`. The marker holds the last key, so items that are deleted between two pages move
 * nothing. Throws a ValidationError for a marker that no page had.
 */
export function page<Item>(all: readonly Item[], keyOf: (item: Item) => string, request: PageRequest): Page<Item> {
  const { MaxItems: size = 100 } = request;
  const after = request.Marker === undefined ? undefined : readMarker(request.Marker);
  const sorted = all.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const rest = after === undefined ? sorted : sorted.filter(({ key }) => key > after);
  const shown = rest.slice(0, size);
  const last = shown.at(-1);
  const truncation =
    last && rest.length > size ? { IsTruncated: true, Marker: writeMarker(last.key) } : { IsTruncated: false };
  return { items: shown.map(({ item }) => item), truncation };
}

function writeMarker(key: string): string {
  return Buffer.from(JSON.stringify({ after: key })).toString("base64url");
}

function readMarker(marker: string): string {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(marker, "base64url").toString("utf8"));
    if (typeof parsed === "object" && parsed !== null && "after" in parsed && typeof parsed.after === "string") {
      return parsed.after;
    }
  } catch {
    // Answered below, as for every marker that is none of ours.
  }
  throw new AwsError("ValidationError", "Invalid Marker.");
}
