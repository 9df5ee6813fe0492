import { AwsError } from "../../../awsError.ts";
import { checkTagSet } from "../tagSet.ts";

/**
 * The tags that `x-amz-tagging` states: pairs as in the query of a URL; nothing without the header. Throws `InvalidArgument`
 * for a key that comes twice, and what `checkTagSet` throws. Source: S3 API Reference, PutObject; public transcripts.
 */
export function readTaggingHeader(header: string | undefined): ReadonlyMap<string, string> | undefined {
  if (header === undefined || header === "") return undefined;
  const pairs = [...new URLSearchParams(header)];
  const tags = new Map(pairs);
  if (tags.size < pairs.length) {
    throw new AwsError(
      "InvalidArgument",
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
    );
  }
  checkTagSet(
    pairs.map(([Key, Value]) => ({ Key, Value })),
    "object",
  );
  return tags;
}
