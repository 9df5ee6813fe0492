import {
  CreateKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyRotationCommand,
  KeySpec,
  KeyUsageType,
} from "@aws-sdk/client-kms";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { required } from "../../aws/errors.ts";
import { keyTags } from "../../aws/keyTags.ts";
import { onceThePrincipalsAreKnown } from "../../aws/keyPolicies.ts";
import { samePolicy } from "../../aws/policy.ts";
import { readKey } from "../../aws/readKey.ts";
import { removeKey } from "../../aws/removeKey.ts";
import { updateKey } from "../../aws/updateKey.ts";
import { policyDocument, region, resource, tags, tagsAll } from "../../resource.ts";

/** `aws.kms.Key`. Its id is the key id; deleting it schedules the key's deletion, as keys cannot be removed at once. */
export const key = resource({
  token: "aws:kms/key:Key",
  inputs: {
    bypassPolicyLockoutSafetyCheck: z.boolean().default(false),
    customerMasterKeySpec: z.enum(KeySpec).default("SYMMETRIC_DEFAULT"),
    deletionWindowInDays: z.int().min(7).max(30).optional(),
    description: z.string().max(8192).optional(),
    enableKeyRotation: z.boolean().default(false),
    isEnabled: z.boolean().default(true),
    keyUsage: z.enum(KeyUsageType).default("ENCRYPT_DECRYPT"),
    multiRegion: z.boolean().optional(),
    policy: policyDocument.optional(),
    region,
    rotationPeriodInDays: z.int().min(90).max(2560).optional(),
    tags,
  },
  outputs: { arn: z.string(), keyId: z.string(), tagsAll },
  unsupported: ["customKeyStoreId", "xksKeyId"],
  replaceOnChanges: ["customerMasterKeySpec", "keyUsage", "multiRegion", "region"],
  computed: ["description", "multiRegion", "policy", "region", "rotationPeriodInDays"],
  documents: ["policy"],
  same: { policy: samePolicy },

  async create(aws, inputs) {
    const command = new CreateKeyCommand({
      BypassPolicyLockoutSafetyCheck: inputs.bypassPolicyLockoutSafetyCheck,
      Description: inputs.description,
      KeySpec: inputs.customerMasterKeySpec,
      KeyUsage: inputs.keyUsage,
      MultiRegion: inputs.multiRegion,
      Policy: inputs.policy,
      Tags: keyTags(inputs.tags),
    });
    const { KeyMetadata } = await onceThePrincipalsAreKnown(aws, () => aws.kms.send(command));
    return { id: required(KeyMetadata?.KeyId, "KeyMetadata.KeyId") };
  },

  async complete(aws, id, { enableKeyRotation, isEnabled, rotationPeriodInDays }) {
    if (enableKeyRotation) {
      await aws.kms.send(new EnableKeyRotationCommand({ KeyId: id, RotationPeriodInDays: rotationPeriodInDays }));
    }
    if (!isEnabled) {
      await aws.kms.send(new DisableKeyCommand({ KeyId: id }));
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
      keyId: required(metadata.KeyId, "KeyMetadata.KeyId"),
      customerMasterKeySpec: metadata.KeySpec,
      description: metadata.Description ?? "",
      enableKeyRotation: key.rotates,
      isEnabled: metadata.Enabled ?? true,
      keyUsage: metadata.KeyUsage,
      multiRegion: metadata.MultiRegion ?? false,
      policy,
      region: aws.region,
      rotationPeriodInDays: key.rotationPeriodInDays,
      tags: allTags,
      tagsAll: allTags,
    };
  },

  update: (aws, id, current, wanted) =>
    updateKey(
      aws,
      id,
      { ...current, enabled: current.isEnabled },
      { ...wanted, enabled: wanted.isEnabled, description: wanted.description ?? current.description },
      () => updateRotation(aws, id, current, wanted),
    ),

  delete: (aws, id, { deletionWindowInDays }) => removeKey(aws, id, deletionWindowInDays),
});

interface Rotation {
  readonly enableKeyRotation?: boolean;
  readonly rotationPeriodInDays?: number | undefined;
}

async function updateRotation(aws: Aws, id: string, current: Rotation, wanted: Rotation): Promise<void> {
  const period = wanted.rotationPeriodInDays;
  const isPeriodNew = period !== undefined && period !== current.rotationPeriodInDays;
  if (wanted.enableKeyRotation === true && (current.enableKeyRotation !== true || isPeriodNew)) {
    await aws.kms.send(new EnableKeyRotationCommand({ KeyId: id, RotationPeriodInDays: period }));
  }
  if (wanted.enableKeyRotation !== true && current.enableKeyRotation === true) {
    await aws.kms.send(new DisableKeyRotationCommand({ KeyId: id }));
  }
}
