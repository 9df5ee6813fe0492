import type { CustomerMasterKeySpec, KeyMetadata } from "@aws-sdk/client-kms";
import { algorithmsOf } from "./keyKinds.ts";
import type { KmsKey } from "./kmsKey.ts";

/** What CreateKey and DescribeKey show of a key. Source: recorded answers. */
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
    PendingDeletionWindowInDays: key.waitingWindowInDays,
    Origin: key.origin,
    KeyManager: key.manager,
    ...underItsOlderName(key),
    KeySpec: key.spec,
    ...algorithms(key),
    MultiRegion: key.related !== undefined,
    MultiRegionConfiguration: multiRegionConfiguration(key),
    // Only keys that can be rotated tell their material.
    CurrentKeyMaterialId: key.spec === "SYMMETRIC_DEFAULT" ? key.materials.current?.id : undefined,
    ExpirationModel: key.materials.current?.imported?.expirationModel,
    ValidTo: key.materials.current?.imported?.validTo,
  };
}

/** AWS still answers with the older name of KeySpec, too. Specs that are younger than the new name do not have it. */
export function underItsOlderName({ spec }: KmsKey): { CustomerMasterKeySpec?: CustomerMasterKeySpec } {
  return spec === "ECC_NIST_EDWARDS25519" ? {} : { CustomerMasterKeySpec: spec };
}

/** What GetPublicKey shows, too. */
export function algorithms({ spec, usage }: KmsKey): Pick<KeyMetadata, AlgorithmMember> {
  const { encryption, signing, mac, agreement } = algorithmsOf(spec, usage);
  return {
    EncryptionAlgorithms: encryption && [...encryption],
    SigningAlgorithms: signing && [...signing],
    MacAlgorithms: mac && [...mac],
    KeyAgreementAlgorithms: agreement && [...agreement],
  };
}

type AlgorithmMember = "EncryptionAlgorithms" | "SigningAlgorithms" | "MacAlgorithms" | "KeyAgreementAlgorithms";

function multiRegionConfiguration({ related, multiRegionType }: KmsKey): KeyMetadata["MultiRegionConfiguration"] {
  if (!related?.primary) return undefined;
  const shown = ({ arn, region }: KmsKey) => ({ Arn: arn, Region: region });
  return {
    MultiRegionKeyType: multiRegionType,
    PrimaryKey: shown(related.primary),
    ReplicaKeys: related.replicas.map(shown),
  };
}
