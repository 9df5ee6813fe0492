import { DeleteUserPolicyCommand, GetUserPolicyCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import * as z from "zod";
import { ifExists, required } from "../../aws/errors.ts";
import { decodePolicy, inlinePolicyOf } from "../../aws/iamPolicies.ts";
import { samePolicy } from "../../aws/policy.ts";
import { policyDocument, resource } from "../../resource.ts";

/** `aws.iam.UserPolicy`: an inline policy of a user. Its id is `<user>:<policy name>`. */
export const userPolicy = resource({
  token: "aws:iam/userPolicy:UserPolicy",
  inputs: { name: z.string().max(128), policy: policyDocument, user: z.string() },
  outputs: { namePrefix: z.string() },
  unsupported: ["namePrefix"],
  replaceOnChanges: ["name", "user"],
  documents: ["policy"],
  same: { policy: samePolicy },
  autoName: { maxLength: 128 },

  async create(aws, { name, policy, user }) {
    await aws.iam.send(new PutUserPolicyCommand({ UserName: user, PolicyName: name, PolicyDocument: policy }));
    return { id: `${user}:${name}` };
  },

  async read(aws, id) {
    const { owner, name } = inlinePolicyOf(id);
    const found = await ifExists(aws.iam.send(new GetUserPolicyCommand({ UserName: owner, PolicyName: name })));
    const policy = found && decodePolicy(required(found.PolicyDocument, "PolicyDocument"));
    return found && { name, namePrefix: "", policy, user: owner };
  },

  async update(aws, _id, current, { name, policy, user }) {
    if (!samePolicy(current.policy, policy)) {
      await aws.iam.send(new PutUserPolicyCommand({ UserName: user, PolicyName: name, PolicyDocument: policy }));
    }
  },

  async delete(aws, id) {
    const { owner, name } = inlinePolicyOf(id);
    await ifExists(aws.iam.send(new DeleteUserPolicyCommand({ UserName: owner, PolicyName: name })));
  },
});
