import { PutObjectCommand, type ServerSideEncryption } from "@aws-sdk/client-s3";
import type { BucketOutputs } from "../../../infra/bucket.ts";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** How an upload asks to be encrypted. Default: as the bucket says. */
export interface PutObjectOptions<Key extends string> {
  readonly encryption?: ServerSideEncryption;
  /** The key to encrypt under. */
  readonly under?: Key;
}

/** Uploads an object with a text. Yields nothing. */
export function putObject<Bucket extends string, Key extends string = never>(
  bucket: Bucket,
  objectKey: string,
  text: string,
  { encryption, under }: PutObjectOptions<Key> = {},
): Action<Record<Bucket, BucketOutputs> & Record<Key, EncryptionKeyOutputs>> {
  const asked = encryption === undefined ? "" : ` with ${under ?? encryption}`;
  return {
    operation: "s3:PutObject",
    attempt: `PutObject ${objectKey}${asked}`,
    async perform(deployed, session) {
      const command = new PutObjectCommand({
        Bucket: deployed[bucket].bucketName,
        Key: objectKey,
        Body: text,
        ServerSideEncryption: encryption,
        SSEKMSKeyId: under === undefined ? undefined : deployed[under].arn,
      });
      return answer(await session.s3.send(command), undefined);
    },
  };
}
