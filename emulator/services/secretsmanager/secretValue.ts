import { AwsError } from "../../awsError.ts";

/** A value as requests and answers carry it: one of the two. */
export interface SecretValue {
  readonly SecretString?: string;
  readonly SecretBinary?: Uint8Array;
}

/** Source: Secrets Manager User Guide, "AWS Secrets Manager quotas". */
const maximumBytes = 65_536;

/**
 * The value that a request carries, if any. Throws InvalidParameterException if it carries two, ValidationException for a text
 * of too many bytes, in the words for too many characters: what AWS says of such a text is not recorded anywhere.
 */
export function givenValue({ SecretString, SecretBinary }: SecretValue): SecretValue | undefined {
  if (SecretString !== undefined && SecretBinary !== undefined) {
    throw new AwsError(
      "InvalidParameterException",
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  }
  if (SecretString !== undefined && Buffer.byteLength(SecretString) > maximumBytes) {
    throw new AwsError(
      "ValidationException",
      `1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to ${maximumBytes}`,
    );
  }
  if (SecretString !== undefined) return { SecretString };
  return SecretBinary === undefined ? undefined : { SecretBinary };
}

/** Whether two values are the same, kind included. */
export function isSameValue(one: SecretValue, other: SecretValue): boolean {
  if (one.SecretBinary && other.SecretBinary) return Buffer.from(one.SecretBinary).equals(other.SecretBinary);
  return one.SecretString !== undefined && one.SecretString === other.SecretString;
}
