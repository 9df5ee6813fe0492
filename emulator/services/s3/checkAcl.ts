import { AwsError } from "../../awsError.ts";

/** Buckets own their objects here. Throws `AccessControlListNotSupported`. Source: S3 User Guide, "Controlling ownership of objects". */
export function checkAcl(acl: string | undefined): void {
  if (acl === undefined || acl === "bucket-owner-full-control") return;
  throw aclsNotSupported();
}

/** That access control lists are off. */
export function aclsNotSupported(): AwsError {
  return new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs");
}
