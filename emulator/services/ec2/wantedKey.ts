import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Snapshot } from "./snapshot.ts";

/** What a request says about encryption. */
export interface EncryptionRequest {
  readonly Encrypted?: boolean;
  readonly KmsKeyId?: string;
}

/** The key that EBS takes unless told otherwise. It comes into being on first use. */
export const managedKey = "alias/aws/ebs";

/**
 * The key that something is to be encrypted under, if it is. What is encrypted stays so, and so does everything where the
 * account encrypts by default. Throws InvalidParameterDependency and InvalidParameterCombination, in words not recorded
 * anywhere. Source: EBS User Guide, "Encryption outcomes".
 */
export function wantedKey(
  { state }: CallContext,
  { Encrypted, KmsKeyId }: EncryptionRequest,
  source: Snapshot | undefined,
): string | undefined {
  if (KmsKeyId !== undefined && Encrypted !== true) {
    throw new AwsError(
      "InvalidParameterDependency",
      "The parameter KmsKeyId requires the parameter Encrypted to be set.",
    );
  }
  if (Encrypted === false && source?.encryption) {
    throw new AwsError(
      "InvalidParameterCombination",
      `Encrypted cannot be false: the snapshot ${source.id} is encrypted. Leave the parameter out.`,
    );
  }
  const isEncrypted = Encrypted === true || source?.encryption !== undefined || state.ec2.encryptsByDefault;
  return isEncrypted ? (KmsKeyId ?? state.ec2.defaultKmsKeyId ?? managedKey) : undefined;
}
