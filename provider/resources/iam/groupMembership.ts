import { AddUserToGroupCommand, RemoveUserFromGroupCommand, paginateGetGroup } from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { recorded } from "../../errors.ts";
import { sameSet } from "../../lifecycle/compare.ts";
import { resource } from "../../resource.ts";

/** `aws.iam.GroupMembership`: the users of a group, all of them. Its id is its name, which AWS does not know. */
export const groupMembership = resource({
  token: "aws:iam/groupMembership:GroupMembership",
  inputs: { group: z.string(), name: z.string(), users: z.array(z.string()).min(1) },
  outputs: {},
  unsupported: [],
  replaceOnChanges: ["group", "name"],
  same: { users: sameSet },
  autoName: { maxLength: 255 },

  async create(aws, { group, name, users }) {
    await add(aws, group, users);
    return { id: name };
  },

  async read(aws, id, { group }) {
    const users = (await ifExists(usersOf(aws, recorded(group, "group")))) ?? [];
    return users.length === 0 ? undefined : { group, name: id, users };
  },

  async update(aws, _id, { users: current = [] }, { group, users }) {
    const isLeaving = (user: string) => !users.includes(user);
    const isNew = (user: string) => !current.includes(user);
    await remove(aws, group, current.filter(isLeaving));
    await add(aws, group, users.filter(isNew));
  },

  async delete(aws, _id, { group, users = [] }) {
    await remove(aws, recorded(group, "group"), users);
  },
});

async function usersOf(aws: Aws, GroupName: string): Promise<string[]> {
  const users: string[] = [];
  for await (const { Users = [] } of paginateGetGroup({ client: aws.iam }, { GroupName })) {
    users.push(...Users.flatMap(({ UserName }) => UserName ?? []));
  }
  return users;
}

async function add(aws: Aws, GroupName: string, users: readonly string[]): Promise<void> {
  for (const UserName of users) {
    await aws.iam.send(new AddUserToGroupCommand({ GroupName, UserName }));
  }
}

async function remove(aws: Aws, GroupName: string, users: readonly string[]): Promise<void> {
  for (const UserName of users) {
    await ifExists(aws.iam.send(new RemoveUserFromGroupCommand({ GroupName, UserName })));
  }
}
