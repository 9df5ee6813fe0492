import { DeleteObjectsCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { ListObjectVersionsCommandOutput, ObjectIdentifier } from "@aws-sdk/client-s3";
import type { Aws } from "./aws.ts";

/**
 * Deletes all versions and delete markers of a bucket's objects, or of the one with a key.
 *
 * @throws Error naming the first that S3 refuses to delete.
 */
export async function deleteVersions(aws: Aws, bucket: string, key?: string): Promise<void> {
  let last: Partial<ListObjectVersionsCommandOutput> = {};
  do {
    const marker = { KeyMarker: last.NextKeyMarker, VersionIdMarker: last.NextVersionIdMarker };
    last = await aws.s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...marker }));
    const found = [...(last.Versions ?? []), ...(last.DeleteMarkers ?? [])].flatMap(({ Key, VersionId }) =>
      Key === undefined || (key !== undefined && Key !== key) ? [] : [{ Key, VersionId }],
    );
    await deleteAll(aws, bucket, found);
  } while (last.IsTruncated === true);
}

async function deleteAll(aws: Aws, bucket: string, Objects: ObjectIdentifier[]): Promise<void> {
  if (Objects.length === 0) {
    return;
  }
  const command = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } });
  const [refused] = (await aws.s3.send(command)).Errors ?? [];
  if (refused !== undefined) {
    const { Key = "", Code = "", Message = "" } = refused;
    throw new Error(`${bucket}/${Key} could not be deleted: ${Code}: ${Message}`);
  }
}
