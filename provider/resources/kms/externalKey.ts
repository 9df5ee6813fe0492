import { constants, createPublicKey, publicEncrypt } from "node:crypto";
import {
  CreateKeyCommand,
  DisableKeyCommand,
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
} from "@aws-sdk/client-kms";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { required } from "../../aws/errors.ts";
import { onceThePrincipalsAreKnown } from "../../aws/keyPolicies.ts";
import { keyTags } from "../../aws/keyTags.ts";
import { samePolicy } from "../../aws/policy.ts";
import { readKey } from "../../aws/readKey.ts";
import { removeKey } from "../../aws/removeKey.ts";
import { timestamp } from "../../aws/timestamp.ts";
import { updateKey } from "../../aws/updateKey.ts";
import { policyDocument, region, resource, tags, tagsAll } from "../../resource.ts";

/** `aws.kms.ExternalKey`: a symmetric key whose material the program imports. Its id is the key id. */
export const externalKey = resource({
  token: "aws:kms/externalKey:ExternalKey",
  inputs: {
    bypassPolicyLockoutSafetyCheck: z.boolean().default(false),
    deletionWindowInDays: z.int().min(7).max(30).optional(),
    description: z.string().max(8192).optional(),
    enabled: z.boolean().optional(),
    keyMaterialBase64: z.base64().optional(),
    multiRegion: z.boolean().default(false),
    policy: policyDocument.optional(),
    region,
    tags,
    /** When the material expires. */
    validTo: z.iso.datetime().optional(),
  },
  outputs: {
    arn: z.string(),
    expirationModel: z.string(),
    keySpec: z.string(),
    keyState: z.string(),
    keyUsage: z.string(),
    tagsAll,
  },
  unsupported: ["keySpec", "keyUsage"],
  replaceOnChanges: ["keyMaterialBase64", "multiRegion", "region"],
  computed: ["enabled", "policy", "region"],
  documents: ["policy"],
  same: { policy: samePolicy },
  secrets: ["keyMaterialBase64"],

  check: ({ enabled, keyMaterialBase64 }) =>
    enabled === true && keyMaterialBase64 === undefined
      ? [{ property: "enabled", reason: "a key without keyMaterialBase64 cannot be enabled" }]
      : [],

  async create(aws, wanted) {
    const command = new CreateKeyCommand({
      BypassPolicyLockoutSafetyCheck: wanted.bypassPolicyLockoutSafetyCheck,
      Description: wanted.description,
      MultiRegion: wanted.multiRegion,
      Origin: "EXTERNAL",
      Policy: wanted.policy,
      Tags: keyTags(wanted.tags),
    });
    const { KeyMetadata } = await onceThePrincipalsAreKnown(aws, () => aws.kms.send(command));
    return { id: required(KeyMetadata?.KeyId, "KeyMetadata.KeyId") };
  },

  async complete(aws, id, { enabled, keyMaterialBase64, validTo }) {
    if (keyMaterialBase64 !== undefined) {
      await importMaterial(aws, id, keyMaterialBase64, validTo);
      if (enabled === false) {
        await aws.kms.send(new DisableKeyCommand({ KeyId: id }));
      }
    }
  },

  async read(aws, id) {
    const key = await readKey(aws, id);
    if (key === undefined) {
      return undefined;
    }
    const { metadata, policy, tags: allTags } = key;
    return {
      arn: required(metadata.Arn, "KeyMetadata.Arn"),
      description: metadata.Description,
      enabled: metadata.Enabled ?? false,
      expirationModel: metadata.ExpirationModel ?? "",
      keySpec: required(metadata.KeySpec, "KeyMetadata.KeySpec"),
      keyState: required(metadata.KeyState, "KeyMetadata.KeyState"),
      keyUsage: required(metadata.KeyUsage, "KeyMetadata.KeyUsage"),
      multiRegion: metadata.MultiRegion ?? false,
      policy,
      region: aws.region,
      tags: allTags,
      tagsAll: allTags,
      validTo: metadata.ValidTo && timestamp(metadata.ValidTo),
    };
  },

  async update(aws, id, current, wanted) {
    const { keyMaterialBase64, validTo } = wanted;
    const isWaiting = current.keyState === "PendingImport";
    if (keyMaterialBase64 !== undefined && (isWaiting || validTo !== current.validTo)) {
      await importMaterial(aws, id, keyMaterialBase64, validTo);
    }
    await updateKey(aws, id, current, wanted);
  },

  delete: (aws, id, { deletionWindowInDays }) => removeKey(aws, id, deletionWindowInDays),
});

/** Material is wrapped for its way by a key that KMS makes for it (KMS Developer Guide, "Importing key material"). */
async function importMaterial(aws: Aws, KeyId: string, base64: string, validTo: string | undefined): Promise<void> {
  const wrapping = { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
  const terms = await aws.kms.send(new GetParametersForImportCommand({ KeyId, ...wrapping }));
  const spki = Buffer.from(required(terms.PublicKey, "PublicKey"));
  const key = createPublicKey({ key: spki, format: "der", type: "spki" });
  const padding = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" };
  const expiry =
    validTo === undefined
      ? ({ ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } as const)
      : ({ ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(validTo) } as const);
  const command = new ImportKeyMaterialCommand({
    ...expiry,
    EncryptedKeyMaterial: publicEncrypt(padding, Buffer.from(base64, "base64")),
    ImportToken: required(terms.ImportToken, "ImportToken"),
    KeyId,
  });
  await aws.kms.send(command);
}
