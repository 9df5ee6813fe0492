import { AwsError } from "../../awsError.ts";
import type { Encryption } from "./bucket.ts";
import { notCarried } from "./notCarried.ts";

/** The encryption that a request asks for. Throws `InvalidArgument`, and `NotImplemented` for what is not carried. */
export function readEncryption(
  algorithm: string,
  kmsKeyId: string | undefined,
  usesBucketKey: boolean | undefined = false,
): Encryption {
  if (algorithm === "aws:kms") return { algorithm, kmsKeyId, usesBucketKey };
  if (algorithm !== "AES256") {
    throw notCarried(`the encryption '${algorithm}'`);
  }
  if (kmsKeyId === undefined) return { algorithm, usesBucketKey };
  throw new AwsError(
    "InvalidArgument",
    "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
  );
}
