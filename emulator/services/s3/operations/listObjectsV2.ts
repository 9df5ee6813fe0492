import type { ListObjectsV2CommandInput, ListObjectsV2CommandOutput } from "@aws-sdk/client-s3";
import { canonicalUserId } from "../../../authorization/matchPrincipal.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { currentObjects } from "../lists/currentObjects.ts";
import { encodedKey } from "../lists/encodedKey.ts";
import { listConditions } from "../lists/listConditions.ts";
import { listedObject } from "../lists/listedObject.ts";
import { pageOfKeys } from "../lists/pageOfKeys.ts";
import { pageSize } from "../lists/pageSize.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Lists objects by prefix, those beyond a delimiter as one. */
export const listObjectsV2 = operation<Input<ListObjectsV2CommandInput>, Output<ListObjectsV2CommandOutput>>({
  service: "s3",
  name: "ListObjectsV2",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html",
  readOnly: true,
  unsupported: ["OptionalObjectAttributes"],
  access: (context, input) => [
    s3Access(context, expectedBucket(context, input), "ListBucket", undefined, listConditions(input)),
  ],
  run: (context, input) => {
    const { Bucket, Prefix = "", Delimiter, StartAfter, ContinuationToken, EncodingType, FetchOwner } = input;
    const MaxKeys = pageSize("maxKeys", input.MaxKeys);
    const bucket = findBucket(context, Bucket);
    const after = ContinuationToken === undefined ? StartAfter : readToken(ContinuationToken);
    const page = pageOfKeys(currentObjects(bucket), { prefix: Prefix, delimiter: Delimiter, after, size: MaxKeys });
    const shown = (text: string) => encodedKey(text, EncodingType);
    const Owner = FetchOwner === true ? { ID: canonicalUserId(bucket.accountId) } : undefined;
    return {
      Name: Bucket,
      Prefix: shown(Prefix),
      Delimiter: Delimiter && shown(Delimiter),
      MaxKeys,
      StartAfter: StartAfter && shown(StartAfter),
      ContinuationToken,
      EncodingType,
      KeyCount: page.items.length + page.prefixes.length,
      IsTruncated: page.last !== undefined,
      NextContinuationToken: page.last && Buffer.from(page.last.name).toString("base64url"),
      Contents: page.items.map((object) => ({ ...listedObject(object, EncodingType), Owner })),
      CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: shown(prefix) })),
    };
  },
});

function readToken(token: string): string {
  return Buffer.from(token, "base64url").toString("utf8");
}
