import type { ListObjectsV2CommandInput, ListObjectsV2CommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { pageOfKeys } from "../pageOfKeys.ts";
import { findBucket, s3Access } from "../s3Access.ts";

/** Lists objects by prefix, those beyond a delimiter as one. */
export const listObjectsV2 = operation<Input<ListObjectsV2CommandInput>, Output<ListObjectsV2CommandOutput>>({
  service: "s3",
  name: "ListObjectsV2",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html",
  readOnly: true,
  unsupported: ["FetchOwner", "OptionalObjectAttributes"],
  access: (context, { Bucket, Prefix, Delimiter, MaxKeys }) => [
    s3Access(context, findBucket(context, Bucket), "ListBucket", undefined, {
      "s3:prefix": Prefix,
      "s3:delimiter": Delimiter,
      "s3:max-keys": MaxKeys === undefined ? undefined : String(MaxKeys),
    }),
  ],
  run: (context, input) => {
    const { Bucket, Prefix, Delimiter, StartAfter, ContinuationToken, EncodingType } = input;
    const MaxKeys = Math.min(input.MaxKeys ?? 1000, 1000);
    const page = pageOfKeys(findBucket(context, Bucket), {
      prefix: Prefix,
      delimiter: Delimiter,
      after:
        ContinuationToken === undefined ? StartAfter : Buffer.from(ContinuationToken, "base64url").toString("utf8"),
      size: MaxKeys,
    });
    const shown = (text: string) => (EncodingType === "url" ? encodeURIComponent(text).replaceAll("%2F", "/") : text);
    return {
      Name: Bucket,
      Prefix: Prefix ?? "",
      Delimiter,
      MaxKeys,
      StartAfter,
      ContinuationToken,
      EncodingType,
      KeyCount: page.objects.length + page.prefixes.length,
      IsTruncated: page.next !== undefined,
      NextContinuationToken: page.next === undefined ? undefined : Buffer.from(page.next).toString("base64url"),
      Contents: page.objects.map(({ key, content, lastModified: LastModified }) => ({
        Key: shown(key),
        LastModified,
        ETag: content?.eTag,
        Size: content?.size,
        StorageClass: "STANDARD" as const,
      })),
      CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: shown(prefix) })),
    };
  },
});
