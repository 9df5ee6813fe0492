import {
  AttachUserPolicyCommand,
  DetachUserPolicyCommand,
  paginateListAttachedUserPolicies,
} from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { attachmentParts } from "../../aws/attachmentId.ts";
import { ifExists } from "../../aws/errors.ts";
import { recorded } from "../../errors.ts";
import { resource } from "../../resource.ts";

/** `aws.iam.UserPolicyAttachment`: a managed policy attached to a user. Its id is `<user>-<policy ARN>`. */
export const userPolicyAttachment = resource({
  token: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  inputs: { policyArn: z.string(), user: z.string() },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["policyArn", "user"],
  // A second attachment of the same policy would be the same one, and deleting the old would take away the new.
  deleteBeforeReplace: true,

  async create(aws, { policyArn, user }) {
    await aws.iam.send(new AttachUserPolicyCommand({ UserName: user, PolicyArn: policyArn }));
    return { id: `${user}-${policyArn}` };
  },

  async read(aws, id, known) {
    const parts = attachmentParts(id);
    const user = recorded(known.user ?? parts?.name, "user");
    const policyArn = recorded(known.policyArn ?? parts?.policyArn, "policyArn");
    return (await ifExists(isAttached(aws, user, policyArn))) === true ? { policyArn, user } : undefined;
  },

  async delete(aws, _id, { policyArn, user }) {
    await ifExists(aws.iam.send(new DetachUserPolicyCommand({ UserName: user, PolicyArn: policyArn })));
  },
});

async function isAttached(aws: Aws, UserName: string, policyArn: string): Promise<boolean> {
  for await (const { AttachedPolicies = [] } of paginateListAttachedUserPolicies({ client: aws.iam }, { UserName })) {
    if (AttachedPolicies.some(({ PolicyArn }) => PolicyArn === policyArn)) {
      return true;
    }
  }
  return false;
}
