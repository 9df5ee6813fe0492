import type { CreateGroupCommandInput, CreateGroupCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { shownGroup } from "../groups/findGroup.ts";
import { Group } from "../groups/group.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { checkQuota } from "../quotas.ts";

/** Makes a group. */
export const createGroup = operation<Input<CreateGroupCommandInput>, Output<CreateGroupCommandOutput>>({
  service: "iam",
  name: "CreateGroup",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html",
  readOnly: false,
  access: (context, { GroupName, Path = "/" }) =>
    iamAccess(context, "CreateGroup", identityArn(context.accountId, "group", Path, GroupName)),
  run: ({ account, accountId, instance, now }, { GroupName, Path = "/" }) => {
    const { groups } = account.iam;
    if (groups.has(GroupName)) throw alreadyExists(`Group with name ${GroupName} already exists.`);
    checkQuota("GroupsPerAccount", groups.size + 1);
    const id = instance.random.uniqueId("AGPA");
    const group = new Group({ accountId, name: GroupName, path: Path, id, createdAt: now, tags: new Map() });
    groups.add(group);
    return { Group: shownGroup(group) };
  },
});
