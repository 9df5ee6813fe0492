import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { describeKey } from "../kms/operations/describeKey.ts";

/** The ARN of a key, if KMS tells the caller; else the key as it was named: EC2 does not check it before it is used. */
export async function keyArn(context: CallContext, kmsKeyId: string): Promise<string> {
  try {
    const { KeyMetadata } = await context.callAsCaller("ec2", describeKey, { KeyId: kmsKeyId });
    return KeyMetadata?.Arn ?? kmsKeyId;
  } catch (error) {
    if (error instanceof AwsError) return kmsKeyId;
    throw error;
  }
}
