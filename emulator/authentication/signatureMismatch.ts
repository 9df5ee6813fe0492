import { AwsError } from "../awsError.ts";

/** What AWS answers to a signature that is not right. Default: its words for one that is simply another. */
export function mismatch(message: string = otherSignature): AwsError {
  return new AwsError("SignatureDoesNotMatch", message, { status: 403 });
}

const otherSignature =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
