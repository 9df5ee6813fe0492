import { GetObjectCommand } from "@aws-sdk/client-s3";
import type { BucketOutputs } from "../../../infra/bucket.ts";
import { answer, type Action } from "../action.ts";

/** Reads an object and looks for words in it. Yields `{ found }`. */
export function findInObject<Bucket extends string>(
  bucket: Bucket,
  objectKey: string,
  words: string,
): Action<Record<Bucket, BucketOutputs>> {
  return {
    operation: "s3:GetObject",
    attempt: `GetObject ${objectKey}, look for "${words}"`,
    async perform(deployed, session) {
      const command = new GetObjectCommand({ Bucket: deployed[bucket].bucketName, Key: objectKey });
      const output = await session.s3.send(command);
      const text = await output.Body?.transformToString();
      return answer(output, { found: text?.includes(words) ?? false });
    },
  };
}
