import {
  DeleteResourcePolicyCommand,
  DescribeResourcePoliciesCommand,
  PutResourcePolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import type { ResourcePolicy } from "@aws-sdk/client-cloudwatch-logs";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { samePolicy } from "../../aws/policy.ts";
import { policyDocument, region, resource } from "../../resource.ts";

/** `aws.cloudwatch.LogResourcePolicy` of the account, not of one log group. Its id is its name. */
export const logResourcePolicy = resource({
  token: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
  inputs: { policyDocument, policyName: z.string().min(1), region },
  outputs: { policyScope: z.string(), revisionId: z.string() },
  unsupported: ["resourceArn"],
  replaceOnChanges: ["policyName", "region"],
  computed: ["region"],
  documents: ["policyDocument"],
  same: { policyDocument: samePolicy },

  async create(aws, wanted) {
    await put(aws, wanted.policyName, wanted.policyDocument);
    return { id: wanted.policyName };
  },

  async read(aws, id) {
    const found = await findPolicy(aws, id);
    return (
      found && {
        policyDocument: found.policyDocument,
        policyName: id,
        policyScope: found.policyScope ?? "ACCOUNT",
        region: aws.region,
        revisionId: found.revisionId ?? "",
      }
    );
  },

  async update(aws, id, current, wanted) {
    if (!samePolicy(current.policyDocument, wanted.policyDocument)) {
      await put(aws, id, wanted.policyDocument);
    }
  },

  async delete(aws, id) {
    await ifExists(aws.logs.send(new DeleteResourcePolicyCommand({ policyName: id })));
  },
});

async function put(aws: Aws, policyName: string, document: string): Promise<void> {
  await aws.logs.send(new PutResourcePolicyCommand({ policyName, policyDocument: document }));
}

/** A region has ten policies at most (API reference of PutResourcePolicy), and a page holds fifty. */
async function findPolicy(aws: Aws, name: string): Promise<ResourcePolicy | undefined> {
  const { resourcePolicies = [] } = await aws.logs.send(new DescribeResourcePoliciesCommand({}));
  return resourcePolicies.find(({ policyName }) => policyName === name);
}
