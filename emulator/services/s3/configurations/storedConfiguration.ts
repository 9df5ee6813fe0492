import { AwsError } from "../../../awsError.ts";
import type { BucketConfigurations } from "./bucketConfigurations.ts";

/** A configuration that a bucket keeps: what the operations that write, read and remove it have in common. */
export interface StoredConfiguration<Name extends keyof BucketConfigurations> {
  /** Where a bucket keeps it. */
  readonly name: Name;
  /** IAM's actions, without `s3:`. */
  readonly actions: {
    readonly read: string;
    readonly write: string;
    /** Default: as to write. */
    readonly remove?: string;
  };
  /** What a bucket answers that has none. Throws where AWS does. */
  readonly ofNone: (bucket: string) => BucketConfigurations[Name];
}

/** The answer of a bucket that has no such configuration: an error with status 404 that names the bucket. */
export function noneYet(code: string, message: string): (bucket: string) => never {
  return (bucket) => {
    throw new AwsError(code, message, { status: 404, members: { BucketName: bucket } });
  };
}
