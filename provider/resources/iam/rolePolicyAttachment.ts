import {
  AttachRolePolicyCommand,
  DetachRolePolicyCommand,
  paginateListAttachedRolePolicies,
} from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { attachmentParts } from "../../aws/attachmentId.ts";
import { ifExists } from "../../aws/errors.ts";
import { recorded } from "../../errors.ts";
import { resource } from "../../resource.ts";

/** `aws.iam.RolePolicyAttachment`: a managed policy attached to a role. Its id is `<role>-<policy ARN>`. */
export const rolePolicyAttachment = resource({
  token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  inputs: { policyArn: z.string(), role: z.string() },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["policyArn", "role"],
  // A second attachment of the same policy would be the same one, and deleting the old would take away the new.
  deleteBeforeReplace: true,

  async create(aws, { policyArn, role }) {
    await aws.iam.send(new AttachRolePolicyCommand({ RoleName: role, PolicyArn: policyArn }));
    return { id: `${role}-${policyArn}` };
  },

  async read(aws, id, known) {
    const parts = attachmentParts(id);
    const role = recorded(known.role ?? parts?.name, "role");
    const policyArn = recorded(known.policyArn ?? parts?.policyArn, "policyArn");
    return (await ifExists(isAttached(aws, role, policyArn))) === true ? { policyArn, role } : undefined;
  },

  async delete(aws, _id, { policyArn, role }) {
    await ifExists(aws.iam.send(new DetachRolePolicyCommand({ RoleName: role, PolicyArn: policyArn })));
  },
});

async function isAttached(aws: Aws, RoleName: string, policyArn: string): Promise<boolean> {
  for await (const { AttachedPolicies = [] } of paginateListAttachedRolePolicies({ client: aws.iam }, { RoleName })) {
    if (AttachedPolicies.some(({ PolicyArn }) => PolicyArn === policyArn)) {
      return true;
    }
  }
  return false;
}
