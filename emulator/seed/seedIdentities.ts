import { newAccessKey } from "../services/iam/credentials/newAccessKey.ts";
import { addUserToGroup } from "../services/iam/operations/addUserToGroup.ts";
import { createAccessKey } from "../services/iam/operations/createAccessKey.ts";
import { createGroup } from "../services/iam/operations/createGroup.ts";
import { createRole } from "../services/iam/operations/createRole.ts";
import { createUser } from "../services/iam/operations/createUser.ts";
import type { SeedAccessKey, SeedAccount, Seeded, SeedUser } from "./seed.ts";
import type { SeedCaller } from "./seedCaller.ts";
import { tagList } from "../tagList.ts";

type Path = readonly (string | number)[];

/** Makes the groups and users of an account, without policies: those may name what is not there yet. */
export async function seedUsers(
  caller: SeedCaller,
  { groups = {}, users = {} }: SeedAccount,
  path: Path,
): Promise<Seeded["accessKeys"]> {
  for (const GroupName of Object.keys(groups)) {
    await caller.call([...path, "groups", GroupName], createGroup, { GroupName });
  }
  const keys: Seeded["accessKeys"][number][] = [];
  for (const [name, user] of Object.entries(users)) {
    keys.push(...(await seedUser(caller, name, user, [...path, "users", name])));
  }
  return keys;
}

/** Makes the roles of an account, without policies. A trust policy may name users, and roles that come before. */
export async function seedRoles(caller: SeedCaller, { roles = {} }: SeedAccount, path: Path): Promise<void> {
  for (const [RoleName, { trustPolicy: AssumeRolePolicyDocument, tags }] of Object.entries(roles)) {
    const input = { RoleName, AssumeRolePolicyDocument, Tags: tagList(tags) };
    await caller.call([...path, "roles", RoleName], createRole, input);
  }
}

async function seedUser(caller: SeedCaller, UserName: string, user: SeedUser, path: Path) {
  const { groups = [], accessKeys = [], tags } = user;
  await caller.call(path, createUser, { UserName, Tags: tagList(tags) });
  for (const [index, GroupName] of groups.entries()) {
    await caller.call([...path, "groups", index], addUserToGroup, { UserName, GroupName });
  }
  const keys: Seeded["accessKeys"][number][] = [];
  for (const [index, key] of accessKeys.entries()) {
    keys.push(await seedAccessKey(caller, UserName, key, [...path, "accessKeys", index]));
  }
  return keys;
}

async function seedAccessKey(caller: SeedCaller, userName: string, { id, secret }: SeedAccessKey, path: Path) {
  const given = id !== undefined && secret !== undefined ? { accessKeyId: id, secretAccessKey: secret } : undefined;
  // The operation as it is, but for the key that it makes.
  const create: typeof createAccessKey = {
    ...createAccessKey,
    run: (context) => newAccessKey(context, userName, given),
  };
  const { AccessKey } = await caller.call(path, create, { UserName: userName });
  const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "" } = AccessKey ?? {};
  return { accountId: caller.accountId, userName, accessKeyId, secretAccessKey };
}
