import {
  DeleteResourcePolicyCommand,
  GetResourcePolicyCommand,
  PutResourcePolicyCommand,
} from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, isAwsError } from "../../aws/errors.ts";
import { samePolicy } from "../../aws/policy.ts";
import { policyDocument, region, resource } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const inputs = {
  blockPublicPolicy: z.boolean().default(false),
  policy: policyDocument,
  region,
  secretArn: z.string(),
};

/** `aws.secretsmanager.SecretPolicy`. Its id is the ARN of the secret. */
export const secretPolicy = resource({
  token: "aws:secretsmanager/secretPolicy:SecretPolicy",
  inputs,
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["region", "secretArn"],
  computed: ["region"],
  documents: ["policy"],
  same: { policy: samePolicy },
  // A secret has one policy: deleting the old one afterwards would take away the new.
  deleteBeforeReplace: true,

  async create(aws, wanted) {
    await put(aws, wanted);
    return { id: wanted.secretArn };
  },

  async read(aws, id) {
    const found = await ifExists(aws.secretsManager.send(new GetResourcePolicyCommand({ SecretId: id })));
    const policy = found?.ResourcePolicy;
    return policy === undefined ? undefined : { policy, region: aws.region, secretArn: id };
  },

  update: (aws, _id, _current, wanted) => put(aws, wanted),

  async delete(aws, id) {
    await ifExists(aws.secretsManager.send(new DeleteResourcePolicyCommand({ SecretId: id })));
  },
});

/** Secrets Manager does not know at once a principal that IAM has just made. */
async function put(aws: Aws, { blockPublicPolicy, policy, secretArn }: Parsed<typeof inputs>): Promise<void> {
  const command = new PutResourcePolicyCommand({
    BlockPublicPolicy: blockPublicPolicy,
    ResourcePolicy: policy,
    SecretId: secretArn,
  });
  await aws.eventually(
    `Secrets Manager to take the policy of ${secretArn}`,
    () => aws.secretsManager.send(command),
    (error) => isAwsError(error, "MalformedPolicyDocumentException") && error.message.includes("principal"),
  );
}
