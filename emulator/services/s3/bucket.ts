import type { Policy } from "../../authorization/policy.ts";
import type { Sealed } from "../../sealed.ts";
import type { Checksum } from "./checksums/checksum.ts";
import type { BucketConfigurations } from "./configurations/bucketConfigurations.ts";
import type { MultipartUpload } from "./multipart/multipartUpload.ts";
import type { StorageClass } from "./storageClass.ts";

/** How objects are encrypted. Source: S3 User Guide, "Setting default server-side encryption behavior". */
export interface Encryption {
  readonly algorithm: "AES256" | "aws:kms";
  /** As it was named; absent under KMS: `aws/s3`. */
  readonly kmsKeyId?: string;
  readonly usesBucketKey: boolean;
}

/** One version of an object, or the marker that deletes it. */
export interface ObjectVersion {
  readonly key: string;
  /** `null` where the bucket had no versions when it was written. */
  readonly versionId: string;
  readonly lastModified: Date;
  /** Absent: a delete marker. */
  readonly content?: ObjectContent;
}

/** What an object holds. */
export interface ObjectContent {
  readonly size: number;
  /** With its quotation marks. */
  readonly eTag: string;
  readonly data: Sealed;
  readonly checksum: Checksum;
  /** The parts of an object that was uploaded in parts, in their order. */
  readonly parts?: readonly ObjectPart[];
  /** The object's data key, under S3's own key or under a KMS key. */
  readonly dataKey:
    | { readonly owned: Sealed }
    | {
        readonly blob: Uint8Array;
        readonly encryptionContext: Readonly<Record<string, string>>;
        readonly keyArn: string;
        readonly usesBucketKey: boolean;
      };
  readonly metadata: Readonly<Record<string, string>>;
  readonly headers: ObjectHeaders;
  readonly storageClass: StorageClass;
  /** Absent: none. */
  readonly tags?: ReadonlyMap<string, string>;
}

/** A part that an object was uploaded in. */
export interface ObjectPart {
  readonly number: number;
  readonly size: number;
  /** Absent: the upload was created without. */
  readonly checksum?: Checksum;
}

/** Headers that come back as they were put. */
export interface ObjectHeaders {
  readonly ContentType?: string;
  readonly ContentEncoding?: string;
  readonly ContentDisposition?: string;
  readonly ContentLanguage?: string;
  readonly CacheControl?: string;
}

/** A bucket with its objects: the versions of each key, the oldest first. */
export interface Bucket {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly createdAt: Date;
  readonly objects: Map<string, ObjectVersion[]>;
  /** Uploads in parts that are under way, by id, in the order of their beginning. */
  readonly uploads: Map<string, MultipartUpload>;
  policy?: Policy;
  encryption: Encryption;
  versioning?: "Enabled" | "Suspended";
  readonly configurations: Partial<BucketConfigurations>;
}

/** What every bucket begins with. */
export const defaultEncryption: Encryption = { algorithm: "AES256", usesBucketKey: false };

/** The version of an object that is named, if there is one; where none is named, the current one. */
export function versionOf(bucket: Bucket, key: string, versionId: string | undefined): ObjectVersion | undefined {
  if (versionId === undefined) return currentVersion(bucket, key);
  return bucket.objects.get(key)?.find((known) => known.versionId === versionId);
}

/** The version of an object that is meant where none is named; nothing if it is deleted. */
export function currentVersion(bucket: Bucket, key: string): ObjectVersion | undefined {
  const latest = bucket.objects.get(key)?.at(-1);
  return latest?.content ? latest : undefined;
}
