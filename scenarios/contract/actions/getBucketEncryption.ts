import { GetBucketEncryptionCommand } from "@aws-sdk/client-s3";
import type { BucketOutputs } from "../../../infra/bucket.ts";
import { answer, type Action } from "../action.ts";

/** Reads a bucket's default encryption. Yields it as S3 names it: `SSEAlgorithm`, `KMSMasterKeyID`, and `BucketKeyEnabled`. */
export function getBucketEncryption<Bucket extends string>(bucket: Bucket): Action<Record<Bucket, BucketOutputs>> {
  return {
    operation: "s3:GetBucketEncryption",
    attempt: `GetBucketEncryption ${bucket}`,
    async perform(deployed, session) {
      const output = await session.s3.send(new GetBucketEncryptionCommand({ Bucket: deployed[bucket].bucketName }));
      const [rule] = output.ServerSideEncryptionConfiguration?.Rules ?? [];
      return answer(output, {
        ...rule?.ApplyServerSideEncryptionByDefault,
        BucketKeyEnabled: rule?.BucketKeyEnabled ?? false,
      });
    },
  };
}
