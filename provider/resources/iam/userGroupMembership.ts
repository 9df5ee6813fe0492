import { AddUserToGroupCommand, RemoveUserFromGroupCommand, paginateListGroupsForUser } from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { sameSet } from "../../lifecycle/compare.ts";
import { resource } from "../../resource.ts";

/**
 * `aws.iam.UserGroupMembership`: some groups of a user; others that it is in are not touched. Its id is
 * `<user>/<group>/<group>…` as it was made, by which the official provider imports it.
 */
export const userGroupMembership = resource({
  token: "aws:iam/userGroupMembership:UserGroupMembership",
  inputs: { groups: z.array(z.string()).min(1), user: z.string() },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["user"],
  same: { groups: sameSet },
  // A second membership of the same group would be the same one, and deleting the old would take away the new.
  deleteBeforeReplace: true,

  async create(aws, { groups, user }) {
    await add(aws, user, groups);
    return { id: [user, ...groups].join("/") };
  },

  async read(aws, id, { groups }) {
    const [user = "", ...firstGroups] = id.split("/");
    const all = (await ifExists(groupsOf(aws, user))) ?? [];
    const found = (groups ?? firstGroups).filter((group) => all.includes(group));
    return found.length === 0 ? undefined : { groups: found, user };
  },

  async update(aws, _id, { groups: current = [] }, { groups, user }) {
    const isLeft = (group: string) => !groups.includes(group);
    const isNew = (group: string) => !current.includes(group);
    await remove(aws, user, current.filter(isLeft));
    await add(aws, user, groups.filter(isNew));
  },

  async delete(aws, id, { groups }) {
    const [user = "", ...firstGroups] = id.split("/");
    await remove(aws, user, groups ?? firstGroups);
  },
});

async function groupsOf(aws: Aws, UserName: string): Promise<string[]> {
  const groups: string[] = [];
  for await (const { Groups = [] } of paginateListGroupsForUser({ client: aws.iam }, { UserName })) {
    groups.push(...Groups.flatMap(({ GroupName }) => GroupName ?? []));
  }
  return groups;
}

async function add(aws: Aws, UserName: string, groups: readonly string[]): Promise<void> {
  for (const GroupName of groups) {
    await aws.iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
  }
}

async function remove(aws: Aws, UserName: string, groups: readonly string[]): Promise<void> {
  for (const GroupName of groups) {
    await ifExists(aws.iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName })));
  }
}
