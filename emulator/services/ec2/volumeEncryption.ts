import type { CallContext } from "../../callContext.ts";
import { encryptionOfClearData, encryptionOfCopy, newEncryption } from "./dataKeys.ts";
import type { Encryption } from "./encryption.ts";
import type { Snapshot } from "./snapshot.ts";
import { wantedKey, type EncryptionRequest } from "./wantedKey.ts";

/** A volume that is about to be made. */
interface Volume {
  readonly id: string;
  readonly arn: string;
}

/**
 * How a new volume is encrypted, if it is. A volume of an encrypted snapshot of one's own keeps the snapshot's key, unless
 * the request names another. Source: EBS User Guide, "Encryption outcomes" and "How Amazon EBS encryption works".
 */
export async function volumeEncryption(
  context: CallContext,
  request: EncryptionRequest,
  { id, arn }: Volume,
  snapshot: Snapshot | undefined,
): Promise<Encryption | undefined> {
  const kmsKeyId = wantedKey(context, request, snapshot);
  if (kmsKeyId === undefined) return undefined;
  if (!snapshot) return newEncryption(context, { kmsKeyId, id });
  const { encryption, accountId, region } = snapshot;
  if (!encryption) return encryptionOfClearData(context, { kmsKeyId, id }, arn);
  const isKept = request.KmsKeyId === undefined && accountId === context.accountId;
  if (isKept || request.KmsKeyId === encryption.kmsKeyId) {
    return newEncryption(context, { kmsKeyId: encryption.kmsKeyId, id });
  }
  const { dataKey } = encryption;
  return dataKey ? encryptionOfCopy(context, { kmsKeyId, id }, dataKey, region) : { kmsKeyId };
}
