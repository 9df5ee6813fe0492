import { objectDefinition } from "../../aws/s3Objects.ts";
import { resource } from "../../resource.ts";

/** `aws.s3.BucketObject`. */
export const bucketObject = resource(
  objectDefinition("aws:s3/bucketObject:BucketObject", [
    "acl",
    "etag",
    "forceDestroy",
    "objectLockLegalHoldStatus",
    "objectLockMode",
    "objectLockRetainUntilDate",
    "storageClass",
    "websiteRedirect",
  ]),
);
