import { pageSize } from "../lists/pageSize.ts";

/** A page of parts, and where it lies, as S3 tells it. */
interface PageOfParts<Part> {
  readonly parts: readonly Part[];
  readonly MaxParts: number;
  readonly PartNumberMarker: string;
  readonly NextPartNumberMarker?: string;
  readonly IsTruncated: boolean;
}

/**
 * One page of parts in the order of their numbers: those after the marker, at most a thousand.
 * Throws `InvalidArgument` as {@link pageSize}. Source: S3 API Reference, ListParts and GetObjectAttributes.
 */
export function pageOfParts<Part extends { readonly number: number }>(
  all: readonly Part[],
  maximum?: number,
  marker = "0",
): PageOfParts<Part> {
  const MaxParts = pageSize("max-parts", maximum);
  const later = all.filter(({ number }) => number > Number(marker)).sort((a, b) => a.number - b.number);
  const parts = later.slice(0, MaxParts);
  const last = parts.at(-1);
  return {
    parts,
    MaxParts,
    PartNumberMarker: marker,
    NextPartNumberMarker: last && String(last.number),
    IsTruncated: later.length > parts.length,
  };
}
