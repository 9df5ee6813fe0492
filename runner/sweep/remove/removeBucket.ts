import { DeleteBucketCommand, DeleteObjectCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { Session } from "../../../scenarios/contract/session.ts";

/** Deletes a bucket with everything in it: all versions of all objects. */
export async function removeBucket({ s3 }: Session, Bucket: string): Promise<void> {
  for (;;) {
    // What was listed is gone the next time, so that there is no page to go on from.
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    const all = [...Versions, ...DeleteMarkers];
    if (all.length === 0) break;
    for (const { Key, VersionId } of all) await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
  }
  await s3.send(new DeleteBucketCommand({ Bucket }));
}
