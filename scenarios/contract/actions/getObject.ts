import { GetObjectCommand } from "@aws-sdk/client-s3";
import type { BucketOutputs } from "../../../infra/bucket.ts";
import { answer, type Action } from "../action.ts";

/** Reads an object. Yields its text. */
export function getObject<Bucket extends string>(
  bucket: Bucket,
  objectKey: string,
): Action<Record<Bucket, BucketOutputs>> {
  return {
    operation: "s3:GetObject",
    attempt: `GetObject ${objectKey}`,
    async perform(deployed, session) {
      const command = new GetObjectCommand({ Bucket: deployed[bucket].bucketName, Key: objectKey });
      const output = await session.s3.send(command);
      return answer(output, await output.Body?.transformToString());
    },
  };
}
