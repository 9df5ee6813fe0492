import { DeleteGroupPolicyCommand, GetGroupPolicyCommand, PutGroupPolicyCommand } from "@aws-sdk/client-iam";
import * as z from "zod";
import { ifExists, required } from "../../aws/errors.ts";
import { decodePolicy, inlinePolicyOf } from "../../aws/iamPolicies.ts";
import { samePolicy } from "../../aws/policy.ts";
import { policyDocument, resource } from "../../resource.ts";

/** `aws.iam.GroupPolicy`: an inline policy of a group. Its id is `<group>:<policy name>`. */
export const groupPolicy = resource({
  token: "aws:iam/groupPolicy:GroupPolicy",
  inputs: { name: z.string().max(128), policy: policyDocument, group: z.string() },
  outputs: { namePrefix: z.string() },
  unsupported: ["namePrefix"],
  replaceOnChanges: ["name", "group"],
  documents: ["policy"],
  same: { policy: samePolicy },
  autoName: { maxLength: 128 },

  async create(aws, { name, policy, group }) {
    await aws.iam.send(new PutGroupPolicyCommand({ GroupName: group, PolicyName: name, PolicyDocument: policy }));
    return { id: `${group}:${name}` };
  },

  async read(aws, id) {
    const { owner, name } = inlinePolicyOf(id);
    const found = await ifExists(aws.iam.send(new GetGroupPolicyCommand({ GroupName: owner, PolicyName: name })));
    const policy = found && decodePolicy(required(found.PolicyDocument, "PolicyDocument"));
    return found && { name, namePrefix: "", policy, group: owner };
  },

  async update(aws, _id, current, { name, policy, group }) {
    if (!samePolicy(current.policy, policy)) {
      await aws.iam.send(new PutGroupPolicyCommand({ GroupName: group, PolicyName: name, PolicyDocument: policy }));
    }
  },

  async delete(aws, id) {
    const { owner, name } = inlinePolicyOf(id);
    await ifExists(aws.iam.send(new DeleteGroupPolicyCommand({ GroupName: owner, PolicyName: name })));
  },
});
