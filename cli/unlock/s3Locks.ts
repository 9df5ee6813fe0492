import { DeleteObjectCommand, GetObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { locksFolder, readLock, type Lock, type Locks } from "./lock.ts";

/**
 * The locks of a backend in a bucket, read with the credentials of the shell. The URL is as Pulumi takes it: `s3://bucket/prefix`, with
 * `region`, `endpoint`, `profile` and `s3ForcePathStyle` after a question mark.
 */
export function s3Locks(backend: string): Locks {
  const { host: Bucket, pathname, searchParams } = new URL(backend);
  const stated = (name: string) => searchParams.get(name) ?? undefined;
  const client = new S3Client({
    region: stated("region"),
    endpoint: stated("endpoint"),
    profile: stated("profile"),
    forcePathStyle: searchParams.get("s3ForcePathStyle") === "true",
  });
  const root = pathname.replace(/^\//, "").replace(/[^/]$/, "$&/");
  return {
    list: async () => {
      const locks: Lock[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: root + locksFolder })) {
        for (const { Key = "" } of Contents) {
          const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
          const lock = readLock(Key, (await Body?.transformToString()) ?? "");
          if (lock) locks.push(lock);
        }
      }
      return locks;
    },
    remove: async ({ path: Key }) => {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    close: () => client.destroy(),
  };
}
