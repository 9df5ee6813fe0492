import type { UpdateGroupCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";

/** Gives a group another name or path; its members and policies stay. */
export const updateGroup = operation<Input<UpdateGroupCommandInput>, object>({
  service: "iam",
  name: "UpdateGroup",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html",
  readOnly: false,
  access: (context, { GroupName, NewGroupName = GroupName, NewPath }) => {
    const needed = groupAccess(context, "UpdateGroup", GroupName);
    const { path } = context.account.iam.groups.find(GroupName) ?? { path: "/" };
    // Both the old and the new group must be allowed. Source: IAM User Guide, "Rename an IAM user group".
    const target = identityArn(context.accountId, "group", NewPath ?? path, NewGroupName);
    if (needed.some(({ resource }) => resource.arn === target)) return needed;
    return [...needed, ...iamAccess(context, "UpdateGroup", target)];
  },
  run: (context, { GroupName, NewGroupName = GroupName, NewPath }) => {
    const group = findGroup(context, GroupName);
    const { groups } = context.account.iam;
    if (NewGroupName.toLowerCase() !== GroupName.toLowerCase() && groups.has(NewGroupName)) {
      throw alreadyExists(`Group with name ${NewGroupName} already exists.`);
    }
    groups.remove(group);
    group.rename(NewGroupName, NewPath);
    groups.add(group);
    return {};
  },
});
