import { DecryptCommand } from "@aws-sdk/client-kms";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import type { BucketOutputs } from "../../../infra/bucket.ts";
import { answer, type Action } from "../action.ts";
import { openText, readSealedText } from "../sealedText.ts";

/** Reads what `putSealedObject` has uploaded, has KMS decrypt its data key, and decrypts it on the client's side. Yields the text. */
export function getSealedObject<Bucket extends string>(
  bucket: Bucket,
  objectKey: string,
): Action<Record<Bucket, BucketOutputs>> {
  return {
    operation: "s3:GetObject",
    attempt: `GetObject ${objectKey}, Decrypt its data key`,
    async perform(deployed, session) {
      const command = new GetObjectCommand({ Bucket: deployed[bucket].bucketName, Key: objectKey });
      const { Body } = await session.s3.send(command);
      const sealed = readSealedText((await Body?.transformToString()) ?? "");
      const output = await session.kms.send(new DecryptCommand({ CiphertextBlob: sealed.encryptedDataKey }));
      return answer(output, openText(output, sealed));
    },
  };
}
