import { DescribeKeyCommand, DisableKeyCommand, ReplicateKeyCommand } from "@aws-sdk/client-kms";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { onceThePrincipalsAreKnown } from "../../aws/keyPolicies.ts";
import { keyTags } from "../../aws/keyTags.ts";
import { samePolicy } from "../../aws/policy.ts";
import { readKey } from "../../aws/readKey.ts";
import { removeKey } from "../../aws/removeKey.ts";
import { updateKey } from "../../aws/updateKey.ts";
import { policyDocument, region, resource, tags, tagsAll } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const inputs = {
  bypassPolicyLockoutSafetyCheck: z.boolean().default(false),
  deletionWindowInDays: z.int().min(7).max(30).optional(),
  description: z.string().max(8192).optional(),
  enabled: z.boolean().default(true),
  policy: policyDocument.optional(),
  primaryKeyArn: z.string().regex(/^arn:[\w-]+:kms:[\w-]+:\d{12}:key\//, "must be the ARN of a key"),
  region,
  tags,
};

/** `aws.kms.ReplicaKey`: a multi-Region key in the region of the resource, made from its primary key. Its id is the key id. */
export const replicaKey = resource({
  token: "aws:kms/replicaKey:ReplicaKey",
  inputs,
  outputs: {
    arn: z.string(),
    keyId: z.string(),
    keyRotationEnabled: z.boolean(),
    keySpec: z.string(),
    keyUsage: z.string(),
    tagsAll,
  },
  unsupported: [],
  replaceOnChanges: ["primaryKeyArn", "region"],
  computed: ["policy", "region"],
  documents: ["policy"],
  same: { policy: samePolicy },

  async create(aws, wanted) {
    return { id: await replicate(aws, wanted) };
  },

  async complete(aws, id, { enabled }) {
    await untilMade(aws, id);
    if (!enabled) {
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
      description: metadata.Description,
      enabled: metadata.Enabled ?? true,
      keyId: required(metadata.KeyId, "KeyMetadata.KeyId"),
      keyRotationEnabled: key.rotates,
      keySpec: required(metadata.KeySpec, "KeyMetadata.KeySpec"),
      keyUsage: required(metadata.KeyUsage, "KeyMetadata.KeyUsage"),
      policy,
      primaryKeyArn: metadata.MultiRegionConfiguration?.PrimaryKey?.Arn,
      region: aws.region,
      tags: allTags,
      tagsAll: allTags,
    };
  },

  update: updateKey,

  delete: (aws, id, { deletionWindowInDays }) => removeKey(aws, id, deletionWindowInDays),
});

/** It is the region of the primary key that makes a replica. */
async function replicate(aws: Aws, wanted: Parsed<typeof inputs>): Promise<string> {
  const kms = aws.kmsIn(wanted.primaryKeyArn.split(":")[3] ?? "");
  const command = new ReplicateKeyCommand({
    BypassPolicyLockoutSafetyCheck: wanted.bypassPolicyLockoutSafetyCheck,
    Description: wanted.description,
    KeyId: wanted.primaryKeyArn,
    Policy: wanted.policy,
    ReplicaRegion: aws.region,
    Tags: keyTags(wanted.tags),
  });
  try {
    const { ReplicaKeyMetadata } = await onceThePrincipalsAreKnown(aws, () => kms.send(command));
    return required(ReplicaKeyMetadata?.KeyId, "ReplicaKeyMetadata.KeyId");
  } finally {
    kms.destroy();
  }
}

async function untilMade(aws: Aws, KeyId: string): Promise<void> {
  await aws.until(`the replica of ${KeyId} to be made`, async () => {
    const found = (await ifExists(aws.kms.send(new DescribeKeyCommand({ KeyId }))))?.KeyMetadata;
    return found?.KeyState === "Creating" ? undefined : found;
  });
}
