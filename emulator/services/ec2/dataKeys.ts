import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { createGrant } from "../kms/operations/createGrant.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { generateDataKeyWithoutPlaintext } from "../kms/operations/generateDataKeyWithoutPlaintext.ts";
import { reEncrypt } from "../kms/operations/reEncrypt.ts";
import { retireGrant } from "../kms/operations/retireGrant.ts";
import type { DataKey, Encryption } from "./encryption.ts";

/** Two keys of 256 bits, which XTS takes. Source: KMS Developer Guide, log entries of "Amazon EC2 example one". */
const numberOfBytes = 64;

/** What EC2 encrypts, and under which key. */
interface Wanted {
  /** As the request names it. */
  readonly kmsKeyId: string;
  /** The id of the volume or snapshot. */
  readonly id: string;
}

/**
 * Has a data key made as the caller, who must be allowed to. EC2 asks KMS when it has answered already: a refusal is no
 * error of the request. Source: EBS User Guide, "How Amazon EBS encryption works"; EC2 API Reference, CreateVolume, `KmsKeyId`.
 */
export function newEncryption(context: CallContext, wanted: Wanted): Promise<Encryption> {
  return unlessRefused(wanted, () => newDataKey(context, wanted));
}

/**
 * The same for data that EC2 has in the clear and encrypts itself: it has the caller grant it the use of the data key first.
 * AWS takes the grant before the data key is made; here it takes it after, because a grant needs the ARN of the key.
 */
export function encryptionOfClearData(context: CallContext, wanted: Wanted, sourceArn: string): Promise<Encryption> {
  return unlessRefused(wanted, async () => {
    const encryption = await newDataKey(context, wanted);
    const EncryptionContext = encryptionContext(wanted.id);
    const service = `ec2.${context.region}.amazonaws.com`;
    const { GrantId } = await context.callAsCaller("ec2", createGrant, {
      KeyId: encryption.kmsKeyId,
      GranteePrincipal: service,
      RetiringPrincipal: service,
      Operations: ["Decrypt", "RetireGrant"],
      Constraints: { EncryptionContextSubset: EncryptionContext },
    });
    const CiphertextBlob = encryption.dataKey.blob;
    await context.callAsService("ec2", decrypt, { CiphertextBlob, EncryptionContext }, sourceArn);
    const retired = { KeyId: encryption.kmsKeyId, GrantId: present(GrantId) };
    await context.callAsService("ec2", retireGrant, retired, sourceArn);
    return encryption;
  });
}

/**
 * The same for data that are encrypted under another key, which the caller must be allowed to use as well: ReEncrypt, or
 * Decrypt where the other key is in another region. Which of both AWS asks for is not documented; its list of permissions
 * has them all. Source: EBS User Guide, "Requirements for Amazon EBS encryption".
 */
export function encryptionOfCopy(
  context: CallContext,
  wanted: Wanted,
  source: DataKey,
  sourceRegion: string,
): Promise<Encryption> {
  const opening = { CiphertextBlob: source.blob, EncryptionContext: encryptionContext(source.madeFor) };
  return unlessRefused(wanted, async () => {
    if (sourceRegion !== context.region) {
      await context.callAsCaller("ec2", decrypt, opening, sourceRegion);
      return newDataKey(context, wanted);
    }
    const { CiphertextBlob, KeyId } = await context.callAsCaller("ec2", reEncrypt, {
      CiphertextBlob: opening.CiphertextBlob,
      SourceEncryptionContext: opening.EncryptionContext,
      DestinationKeyId: wanted.kmsKeyId,
      DestinationEncryptionContext: encryptionContext(wanted.id),
    });
    return { kmsKeyId: present(KeyId), dataKey: { blob: present(CiphertextBlob), madeFor: wanted.id } };
  });
}

async function newDataKey(context: CallContext, { kmsKeyId, id }: Wanted): Promise<Required<Encryption>> {
  const { KeyId, CiphertextBlob } = await context.callAsCaller("ec2", generateDataKeyWithoutPlaintext, {
    KeyId: kmsKeyId,
    NumberOfBytes: numberOfBytes,
    EncryptionContext: encryptionContext(id),
  });
  return { kmsKeyId: present(KeyId), dataKey: { blob: present(CiphertextBlob), madeFor: id } };
}

async function unlessRefused({ kmsKeyId }: Wanted, ask: () => Promise<Encryption>): Promise<Encryption> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AwsError) return { kmsKeyId };
    throw error;
  }
}

/** Source: KMS Developer Guide, "How Amazon Elastic Block Store (Amazon EBS) uses AWS KMS". */
function encryptionContext(id: string): Record<string, string> {
  return { "aws:ebs:id": id };
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("KMS answered without what it was asked for.");
  return value;
}
