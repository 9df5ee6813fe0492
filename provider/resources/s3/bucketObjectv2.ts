import { objectDefinition } from "../../aws/s3Objects.ts";
import { resource } from "../../resource.ts";

/** `aws.s3.BucketObjectv2`. */
export const bucketObjectv2 = resource(
  objectDefinition("aws:s3/bucketObjectv2:BucketObjectv2", [
    "acl",
    "checksumAlgorithm",
    "etag",
    "forceDestroy",
    "objectLockLegalHoldStatus",
    "objectLockMode",
    "objectLockRetainUntilDate",
    "overrideProvider",
    "storageClass",
    "websiteRedirect",
  ]),
);
