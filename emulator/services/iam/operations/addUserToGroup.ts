import type { AddUserToGroupCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { checkQuota } from "../quotas.ts";
import { findUser } from "../users/findUser.ts";

/** Makes a user a member of a group; once is enough. */
export const addUserToGroup = operation<Input<AddUserToGroupCommandInput>, object>({
  service: "iam",
  name: "AddUserToGroup",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html",
  readOnly: false,
  access: (context, { GroupName }) => groupAccess(context, "AddUserToGroup", GroupName),
  run: (context, { GroupName, UserName }) => {
    const group = findGroup(context, GroupName);
    const user = findUser(context, UserName);
    checkQuota("GroupsPerUser", new Set([...user.groups, group]).size);
    group.add(user);
    return {};
  },
});
