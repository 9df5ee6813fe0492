import { AwsError } from "../../awsError.ts";

/** Buckets own their objects here. Throws `AccessControlListNotSupported`. Source: S3 User Guide, "Controlling ownership of objects". */
export function checkAcl(acl: string | undefined): void {
  if (acl === undefined || acl === "bucket-owner-full-control") return;
  throw new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs");
}
