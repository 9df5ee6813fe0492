import { AwsError } from "../../awsError.ts";
import type { Bucket } from "./bucket.ts";
import { notCarried } from "./notCarried.ts";

/**
 * Buckets own their objects here. Throws `AccessControlListNotSupported` where the bucket has no other ACLs in AWS either, and
 * `NotImplemented` where it would have. Source: S3 User Guide, "Controlling ownership of objects".
 */
export function checkAcl(acl: string | undefined, { configurations }: Bucket): void {
  if (acl === undefined || acl === "bucket-owner-full-control") return;
  if (acl === "private" && !isOwnerEnforced(configurations)) return;
  throw aclsNotSupported(configurations);
}

/** That access control lists are off; or, where the bucket has them on in AWS, that they are missing here. */
export function aclsNotSupported(configurations: Bucket["configurations"]): AwsError {
  return isOwnerEnforced(configurations)
    ? new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs")
    : notCarried("access control lists");
}

function isOwnerEnforced({ ownershipControls }: Bucket["configurations"]): boolean {
  const [rule] = ownershipControls?.OwnershipControls?.Rules ?? [];
  return rule?.ObjectOwnership === "BucketOwnerEnforced";
}
