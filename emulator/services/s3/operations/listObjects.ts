import type { ListObjectsCommandInput, ListObjectsCommandOutput } from "@aws-sdk/client-s3";
import { canonicalUserId } from "../../../authorization/matchPrincipal.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { currentObjects } from "../lists/currentObjects.ts";
import { encodedKey } from "../lists/encodedKey.ts";
import { listConditions } from "../lists/listConditions.ts";
import { listedObject } from "../lists/listedObject.ts";
import { pageOfKeys } from "../lists/pageOfKeys.ts";
import { pageSize } from "../lists/pageSize.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** The first version of ListObjectsV2: it pages by keys, and always names the owner. */
export const listObjects = operation<Input<ListObjectsCommandInput>, Output<ListObjectsCommandOutput>>({
  service: "s3",
  name: "ListObjects",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html",
  readOnly: true,
  unsupported: ["OptionalObjectAttributes"],
  access: (context, input) => [
    s3Access(context, expectedBucket(context, input), "ListBucket", undefined, listConditions(input)),
  ],
  run: (context, input) => {
    const { Bucket, Prefix = "", Delimiter, Marker = "", EncodingType } = input;
    const MaxKeys = pageSize("maxKeys", input.MaxKeys);
    const bucket = findBucket(context, Bucket);
    const asked = { prefix: Prefix, delimiter: Delimiter, after: Marker, size: MaxKeys };
    const page = pageOfKeys(currentObjects(bucket), asked);
    const shown = (text: string) => encodedKey(text, EncodingType);
    const Owner = { ID: canonicalUserId(bucket.accountId) };
    return {
      Name: Bucket,
      Prefix: shown(Prefix),
      Delimiter: Delimiter && shown(Delimiter),
      Marker: shown(Marker),
      MaxKeys,
      EncodingType,
      IsTruncated: page.last !== undefined,
      // Without a delimiter, the next page begins after the last key. Source: S3 API Reference, ListObjects.
      NextMarker: Delimiter && page.last ? shown(page.last.name) : undefined,
      Contents: page.items.map((object) => ({ ...listedObject(object, EncodingType), Owner })),
      CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: shown(prefix) })),
    };
  },
});
