import { HeadObjectCommand } from "@aws-sdk/client-s3";
import type { BucketOutputs } from "../../../infra/bucket.ts";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { nameOfKey } from "../nameOfKey.ts";

/**
 * Reads the head of an object, which takes no key. Yields `{ encryption, encryptedUnder, usesBucketKey }`: `encryption` as S3
 * names it, and the name of `key` if the object is encrypted under it, `"another key"`, or `"S3's own key"`.
 */
export function headObject<Bucket extends string, Key extends string>(
  bucket: Bucket,
  objectKey: string,
  key: Key,
): Action<Record<Bucket, BucketOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "s3:HeadObject",
    attempt: `HeadObject ${objectKey}`,
    async perform(deployed, session) {
      const command = new HeadObjectCommand({ Bucket: deployed[bucket].bucketName, Key: objectKey });
      const output = await session.s3.send(command);
      return answer(output, {
        encryption: output.ServerSideEncryption,
        encryptedUnder: nameOfKey(output.SSEKMSKeyId, key, deployed[key].arn) ?? "S3's own key",
        usesBucketKey: output.BucketKeyEnabled ?? false,
      });
    },
  };
}
