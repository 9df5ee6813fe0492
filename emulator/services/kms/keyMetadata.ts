import type { KeyMetadata } from "@aws-sdk/client-kms";
import type { KmsKey } from "./kmsKey.ts";

/** What CreateKey and DescribeKey show of a key. */
export function keyMetadata(key: KmsKey): KeyMetadata {
  return {
    AWSAccountId: key.accountId,
    KeyId: key.keyId,
    Arn: key.arn,
    CreationDate: key.createdAt,
    Enabled: key.state === "Enabled",
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: key.state,
    DeletionDate: key.deletionDate,
    Origin: key.origin,
    KeyManager: key.manager,
    ...underItsOlderName(key),
    KeySpec: key.spec,
    EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    MultiRegion: key.multiRegion,
    CurrentKeyMaterialId: key.currentMaterial.id,
  };
}

/** AWS still answers with the older name of KeySpec, too. */
function underItsOlderName({ spec }: KmsKey): { CustomerMasterKeySpec: KmsKey["spec"] } {
  return { CustomerMasterKeySpec: spec };
}
