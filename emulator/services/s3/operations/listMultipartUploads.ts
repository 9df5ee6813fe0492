import type { ListMultipartUploadsCommandInput, ListMultipartUploadsCommandOutput } from "@aws-sdk/client-s3";
import { canonicalUserId } from "../../../authorization/matchPrincipal.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { encodedKey } from "../lists/encodedKey.ts";
import { pageOfMarked } from "../lists/pageOfMarked.ts";
import { pageSize } from "../lists/pageSize.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Lists the uploads in parts that are under way, those beyond a delimiter as one. */
export const listMultipartUploads = operation<
  Input<ListMultipartUploadsCommandInput>,
  Output<ListMultipartUploadsCommandOutput>
>({
  service: "s3",
  name: "ListMultipartUploads",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "ListBucketMultipartUploads"),
  ],
  run: (context, input) => {
    const { Bucket, Prefix = "", Delimiter, KeyMarker = "", UploadIdMarker, EncodingType } = input;
    const bucket = findBucket(context, Bucket);
    const MaxUploads = pageSize("max-uploads", input.MaxUploads);
    const page = pageOfMarked(
      [...bucket.uploads.values()],
      { key: KeyMarker, id: UploadIdMarker },
      { prefix: Prefix, delimiter: Delimiter, size: MaxUploads },
    );
    const shown = (text: string) => encodedKey(text, EncodingType);
    return {
      Bucket,
      KeyMarker: shown(KeyMarker),
      UploadIdMarker: UploadIdMarker ?? "",
      NextKeyMarker: page.last && shown(page.last.name),
      NextUploadIdMarker: page.last?.item?.id,
      Prefix: shown(Prefix),
      Delimiter: Delimiter && shown(Delimiter),
      EncodingType,
      MaxUploads,
      IsTruncated: page.last !== undefined,
      Uploads: page.items.map((upload) => ({
        UploadId: upload.id,
        Key: shown(upload.key),
        Initiated: upload.initiated,
        StorageClass: upload.storageClass,
        Owner: { ID: canonicalUserId(bucket.accountId) },
        Initiator: { ID: upload.initiator },
        ChecksumAlgorithm: upload.checksum?.algorithm,
        ChecksumType: upload.checksum?.type,
      })),
      CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: shown(prefix) })),
    };
  },
});
