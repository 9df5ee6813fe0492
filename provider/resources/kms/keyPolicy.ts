import { DescribeKeyCommand, GetKeyPolicyCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { sameKey } from "../../aws/keyId.ts";
import { onceThePrincipalsAreKnown } from "../../aws/keyPolicies.ts";
import { samePolicy } from "../../aws/policy.ts";
import { policyDocument, region, resource } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const inputs = {
  bypassPolicyLockoutSafetyCheck: z.boolean().default(false),
  keyId: z.string(),
  policy: policyDocument,
  region,
};

/** `aws.kms.KeyPolicy`. Its id is the key's; when it is deleted, the key has KMS's default policy again. */
export const keyPolicy = resource({
  token: "aws:kms/keyPolicy:KeyPolicy",
  inputs,
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["keyId", "region"],
  computed: ["region"],
  documents: ["policy"],
  same: { keyId: sameKey, policy: samePolicy },
  // A key has one policy: deleting the old one afterwards would take away the new.
  deleteBeforeReplace: true,

  async create(aws, wanted) {
    await put(aws, wanted);
    return { id: wanted.keyId };
  },

  async read(aws, id) {
    const key = await describeKey(aws, id);
    if (key === undefined) {
      return undefined;
    }
    const { Policy } = await aws.kms.send(new GetKeyPolicyCommand({ KeyId: id, PolicyName: "default" }));
    return { keyId: id, policy: Policy, region: aws.region };
  },

  update: (aws, _id, _current, wanted) => put(aws, wanted),

  async delete(aws, id) {
    const key = await describeKey(aws, id);
    if (key !== undefined) {
      const policy = defaultPolicy(required(key.Arn, "KeyMetadata.Arn"));
      await put(aws, { keyId: id, policy, bypassPolicyLockoutSafetyCheck: false, region: undefined });
    }
  },
});

/** A key as KMS describes it; undefined if it is gone or about to go. */
async function describeKey(aws: Aws, KeyId: string) {
  const metadata = (await ifExists(aws.kms.send(new DescribeKeyCommand({ KeyId }))))?.KeyMetadata;
  return metadata?.DeletionDate === undefined ? metadata : undefined;
}

async function put(aws: Aws, { bypassPolicyLockoutSafetyCheck, keyId, policy }: Parsed<typeof inputs>): Promise<void> {
  const command = new PutKeyPolicyCommand({
    BypassPolicyLockoutSafetyCheck: bypassPolicyLockoutSafetyCheck,
    KeyId: keyId,
    Policy: policy,
    PolicyName: "default",
  });
  await onceThePrincipalsAreKnown(aws, () => aws.kms.send(command));
}

/** What CreateKey gives to a key without a policy (KMS Developer Guide, "Default key policy"). */
function defaultPolicy(keyArn: string): string {
  const [, partition = "", , , account = ""] = keyArn.split(":");
  const root = `arn:${partition}:iam::${account}:root`;
  return JSON.stringify({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: root },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
}
