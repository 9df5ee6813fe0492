import {
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KeyMetadata,
  KeySpec,
  KeyUsageType,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateKeyDescriptionCommand,
} from "@aws-sdk/client-kms";
import { z } from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { keyTags } from "../../aws/keyTags.ts";
import { onceThePrincipalsAreKnown } from "../../aws/keyPolicies.ts";
import { samePolicy } from "../../aws/policy.ts";
import { removeKey } from "../../aws/removeKey.ts";
import { retag, tagMap } from "../../aws/tags.ts";
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
    const about = { KeyId: id };
    const metadata = (await ifExists(aws.kms.send(new DescribeKeyCommand(about))))?.KeyMetadata;
    if (metadata === undefined || metadata.DeletionDate !== undefined) {
      return undefined;
    }
    const [{ Policy }, rotation, { Tags }] = await Promise.all([
      aws.kms.send(new GetKeyPolicyCommand({ ...about, PolicyName: "default" })),
      rotates(metadata) ? aws.kms.send(new GetKeyRotationStatusCommand(about)) : notRotated,
      aws.kms.send(new ListResourceTagsCommand({ ...about, Limit: 50 })),
    ]);
    const allTags = tagMap(Tags?.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue })));
    return {
      arn: required(metadata.Arn, "KeyMetadata.Arn"),
      keyId: required(metadata.KeyId, "KeyMetadata.KeyId"),
      customerMasterKeySpec: metadata.KeySpec,
      description: metadata.Description ?? "",
      enableKeyRotation: rotation.KeyRotationEnabled ?? false,
      isEnabled: metadata.Enabled ?? true,
      keyUsage: metadata.KeyUsage,
      multiRegion: metadata.MultiRegion ?? false,
      policy: Policy,
      region: aws.region,
      rotationPeriodInDays: rotation.RotationPeriodInDays,
      tags: allTags,
      tagsAll: allTags,
    };
  },

  async update(aws, id, current, wanted) {
    const about = { KeyId: id };
    if (wanted.isEnabled && current.isEnabled === false) {
      await aws.kms.send(new EnableKeyCommand(about));
    }
    await updateRotation(aws, id, current, wanted);
    if (wanted.description !== undefined && wanted.description !== current.description) {
      await aws.kms.send(new UpdateKeyDescriptionCommand({ ...about, Description: wanted.description }));
    }
    if (wanted.policy !== undefined && !samePolicy(current.policy, wanted.policy)) {
      const BypassPolicyLockoutSafetyCheck = wanted.bypassPolicyLockoutSafetyCheck;
      const put = { ...about, PolicyName: "default", Policy: wanted.policy, BypassPolicyLockoutSafetyCheck };
      await onceThePrincipalsAreKnown(aws, () => aws.kms.send(new PutKeyPolicyCommand(put)));
    }
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.kms.send(new UntagResourceCommand({ ...about, TagKeys })),
      tag: (missing) => aws.kms.send(new TagResourceCommand({ ...about, Tags: keyTags(missing) })),
    });
    // Last, because most of the calls above are refused for a disabled key.
    if (!wanted.isEnabled && current.isEnabled === true) {
      await aws.kms.send(new DisableKeyCommand(about));
    }
  },

  delete: (aws, id, { deletionWindowInDays }) => removeKey(aws, id, deletionWindowInDays),
});

/** KMS refuses to speak of rotation for keys that it cannot rotate. Source: KMS API Reference, GetKeyRotationStatus. */
function rotates({ KeySpec, Origin }: KeyMetadata): boolean {
  return KeySpec === "SYMMETRIC_DEFAULT" && Origin === "AWS_KMS";
}

const notRotated = { KeyRotationEnabled: false, RotationPeriodInDays: undefined };

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
