import {
  AttachGroupPolicyCommand,
  DetachGroupPolicyCommand,
  paginateListAttachedGroupPolicies,
} from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { resource } from "../../resource.ts";

/**
 * `aws.iam.GroupPolicyAttachment`: a managed policy attached to a group. Its id is `<group>/<policy ARN>`, by which the
 * official provider imports it.
 */
export const groupPolicyAttachment = resource({
  token: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  inputs: { group: z.string(), policyArn: z.string() },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["group", "policyArn"],
  // A second attachment of the same policy would be the same one, and deleting the old would take away the new.
  deleteBeforeReplace: true,

  async create(aws, { group, policyArn }) {
    await aws.iam.send(new AttachGroupPolicyCommand({ GroupName: group, PolicyArn: policyArn }));
    return { id: `${group}/${policyArn}` };
  },

  async read(aws, id) {
    const { group, policyArn } = partsOf(id);
    return (await ifExists(isAttached(aws, group, policyArn))) === true ? { group, policyArn } : undefined;
  },

  async delete(aws, id) {
    const { group, policyArn } = partsOf(id);
    await ifExists(aws.iam.send(new DetachGroupPolicyCommand({ GroupName: group, PolicyArn: policyArn })));
  },
});

function partsOf(id: string): { group: string; policyArn: string } {
  const end = id.indexOf("/");
  return { group: id.slice(0, end), policyArn: id.slice(end + 1) };
}

async function isAttached(aws: Aws, GroupName: string, policyArn: string): Promise<boolean> {
  for await (const { AttachedPolicies = [] } of paginateListAttachedGroupPolicies({ client: aws.iam }, { GroupName })) {
    if (AttachedPolicies.some(({ PolicyArn }) => PolicyArn === policyArn)) {
      return true;
    }
  }
  return false;
}
