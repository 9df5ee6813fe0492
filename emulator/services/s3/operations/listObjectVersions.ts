import type {
  ListObjectVersionsCommandInput,
  ListObjectVersionsCommandOutput,
  ObjectVersion,
} from "@aws-sdk/client-s3";
import { canonicalUserId } from "../../../authorization/matchPrincipal.ts";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { encodedKey } from "../lists/encodedKey.ts";
import { listConditions } from "../lists/listConditions.ts";
import { listedContent } from "../lists/listedContent.ts";
import { listedVersions } from "../lists/listedVersions.ts";
import { pageOfMarked } from "../lists/pageOfMarked.ts";
import { pageSize } from "../lists/pageSize.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** The API's model knows one class of versions; AWS tells that of each. */
type ListedVersion = Omit<ObjectVersion, "StorageClass"> & ReturnType<typeof listedContent>;

type ListObjectVersionsOutput = Omit<Output<ListObjectVersionsCommandOutput>, "Versions"> & {
  readonly Versions: readonly ListedVersion[];
};

/** Lists all versions of objects, the latest of each first, and delete markers. */
export const listObjectVersions = operation<Input<ListObjectVersionsCommandInput>, ListObjectVersionsOutput>({
  service: "s3",
  name: "ListObjectVersions",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html",
  readOnly: true,
  unsupported: ["OptionalObjectAttributes"],
  access: (context, input) => [
    s3Access(context, expectedBucket(context, input), "ListBucketVersions", undefined, listConditions(input)),
  ],
  run: (context, input) => {
    const { Bucket, Prefix = "", Delimiter, KeyMarker = "", VersionIdMarker, EncodingType } = input;
    checkMarkers(input);
    const MaxKeys = pageSize("maxKeys", input.MaxKeys);
    const bucket = findBucket(context, Bucket);
    const marker = { key: KeyMarker, id: VersionIdMarker };
    const asked = { prefix: Prefix, delimiter: Delimiter, size: MaxKeys };
    const page = pageOfMarked(listedVersions(bucket), marker, asked);
    const shown = (text: string) => encodedKey(text, EncodingType);
    const Owner = { ID: canonicalUserId(bucket.accountId) };
    const entries = page.items.map(({ key, id: VersionId, isLatest: IsLatest, lastModified, content }) => ({
      content,
      listed: { Key: shown(key), VersionId, IsLatest, LastModified: lastModified, Owner },
    }));
    return {
      Name: Bucket,
      Prefix: shown(Prefix),
      Delimiter: Delimiter && shown(Delimiter),
      KeyMarker: shown(KeyMarker),
      VersionIdMarker: VersionIdMarker ?? "",
      NextKeyMarker: page.last && shown(page.last.name),
      NextVersionIdMarker: page.last?.item?.id,
      MaxKeys,
      EncodingType,
      IsTruncated: page.last !== undefined,
      Versions: entries.flatMap(({ content, listed }) => (content ? [{ ...listed, ...listedContent(content) }] : [])),
      DeleteMarkers: entries.flatMap(({ content, listed }) => (content ? [] : [listed])),
      CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: shown(prefix) })),
    };
  },
});

/** Source: recorded in public. */
function checkMarkers({ KeyMarker, VersionIdMarker }: Input<ListObjectVersionsCommandInput>): void {
  if (VersionIdMarker === undefined || KeyMarker !== undefined) return;
  throw new AwsError("InvalidArgument", "A version-id marker cannot be specified without a key marker.", {
    members: { ArgumentName: "version-id-marker", ArgumentValue: VersionIdMarker },
  });
}
