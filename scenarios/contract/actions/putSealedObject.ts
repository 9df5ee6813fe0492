import { GenerateDataKeyCommand } from "@aws-sdk/client-kms";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { BucketOutputs } from "../../../infra/bucket.ts";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { sealText } from "../sealedText.ts";

/** Encrypts a text with a new data key on the client's side, and uploads it with the encrypted data key. Yields nothing. */
export function putSealedObject<Bucket extends string, Key extends string>(
  bucket: Bucket,
  objectKey: string,
  text: string,
  { under }: { readonly under: Key },
): Action<Record<Bucket, BucketOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "s3:PutObject",
    attempt: `GenerateDataKey ${under}, PutObject ${objectKey} encrypted`,
    async perform(deployed, session) {
      const made = await session.kms.send(
        new GenerateDataKeyCommand({ KeyId: deployed[under].arn, KeySpec: "AES_256" }),
      );
      const command = new PutObjectCommand({
        Bucket: deployed[bucket].bucketName,
        Key: objectKey,
        Body: sealText(made, text),
      });
      return answer(await session.s3.send(command), undefined);
    },
  };
}
