import { AwsError } from "../../awsError.ts";
import type { Bucket } from "./bucket.ts";
import { notCarried } from "./notCarried.ts";

/**
 * Buckets own their objects here. Throws `AccessControlListNotSupported` where the bucket has no other ACLs in AWS either, and
 * `NotImplemented` where it would have. Source: S3 User Guide, "Controlling ownership of objects".
 */
export function checkAcl(acl: string | undefined, { configurations }: Bucket): void {
  if (acl === undefined || acl === "bucket-owner-full-control") return;
  const [rule] = configurations.ownershipControls?.OwnershipControls?.Rules ?? [];
  if (rule?.ObjectOwnership === "BucketOwnerEnforced") {
    throw new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs");
  }
  if (acl !== "private") throw notCarried(`the access control list '${acl}'`);
}
