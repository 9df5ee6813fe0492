import { DeleteRolePolicyCommand, GetRolePolicyCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import * as z from "zod";
import { ifExists, required } from "../../aws/errors.ts";
import { decodePolicy, inlinePolicyOf } from "../../aws/iamPolicies.ts";
import { samePolicy } from "../../aws/policy.ts";
import { policyDocument, resource } from "../../resource.ts";

/** `aws.iam.RolePolicy`: an inline policy of a role. Its id is `<role>:<policy name>`. */
export const rolePolicy = resource({
  token: "aws:iam/rolePolicy:RolePolicy",
  inputs: { name: z.string().max(128), policy: policyDocument, role: z.string() },
  outputs: { namePrefix: z.string() },
  unsupported: ["namePrefix"],
  replaceOnChanges: ["name", "role"],
  documents: ["policy"],
  same: { policy: samePolicy },
  autoName: { maxLength: 128 },

  async create(aws, { name, policy, role }) {
    await aws.iam.send(new PutRolePolicyCommand({ RoleName: role, PolicyName: name, PolicyDocument: policy }));
    return { id: `${role}:${name}` };
  },

  async read(aws, id) {
    const { owner, name } = inlinePolicyOf(id);
    const found = await ifExists(aws.iam.send(new GetRolePolicyCommand({ RoleName: owner, PolicyName: name })));
    const policy = found && decodePolicy(required(found.PolicyDocument, "PolicyDocument"));
    return found && { name, namePrefix: "", policy, role: owner };
  },

  async update(aws, _id, current, { name, policy, role }) {
    if (!samePolicy(current.policy, policy)) {
      await aws.iam.send(new PutRolePolicyCommand({ RoleName: role, PolicyName: name, PolicyDocument: policy }));
    }
  },

  async delete(aws, id) {
    const { owner, name } = inlinePolicyOf(id);
    await ifExists(aws.iam.send(new DeleteRolePolicyCommand({ RoleName: owner, PolicyName: name })));
  },
});
