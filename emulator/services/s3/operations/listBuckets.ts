import type { ListBucketsCommandInput, ListBucketsCommandOutput } from "@aws-sdk/client-s3";
import { canonicalUserId } from "../../../authorization/matchPrincipal.ts";
import { accountAccess } from "../s3Access.ts";
import { operation, type Input, type Output } from "../../../operation.ts";

/** Lists the buckets of the caller's account. */
export const listBuckets = operation<Input<ListBucketsCommandInput>, Output<ListBucketsCommandOutput>>({
  service: "s3",
  name: "ListBuckets",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html",
  readOnly: true,
  unsupported: ["MaxBuckets", "ContinuationToken", "Prefix", "BucketRegion"],
  access: (context) => [accountAccess(context, "ListAllMyBuckets", "*")],
  run: ({ instance, accountId }) => ({
    Buckets: instance.s3.of(accountId).map(({ name: Name, createdAt: CreationDate }) => ({ Name, CreationDate })),
    Owner: { ID: canonicalUserId(accountId) },
  }),
});
