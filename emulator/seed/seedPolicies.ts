import { attachGroupPolicy } from "../services/iam/operations/attachGroupPolicy.ts";
import { attachRolePolicy } from "../services/iam/operations/attachRolePolicy.ts";
import { attachUserPolicy } from "../services/iam/operations/attachUserPolicy.ts";
import { createPolicy } from "../services/iam/operations/createPolicy.ts";
import { putGroupPolicy } from "../services/iam/operations/putGroupPolicy.ts";
import { putRolePermissionsBoundary } from "../services/iam/operations/putRolePermissionsBoundary.ts";
import { putRolePolicy } from "../services/iam/operations/putRolePolicy.ts";
import { putUserPermissionsBoundary } from "../services/iam/operations/putUserPermissionsBoundary.ts";
import { putUserPolicy } from "../services/iam/operations/putUserPolicy.ts";
import { awsManagedPrefix } from "../services/iam/policies/managedPolicy.ts";
import type { References } from "./references.ts";
import type { SeedAccount, SeedPolicies } from "./seed.ts";
import type { SeedCaller } from "./seedCaller.ts";

type Path = readonly (string | number)[];

/** Gives the identities of an account their policies, which may name everything that the seed makes. */
export async function seedPolicies(
  caller: SeedCaller,
  account: SeedAccount,
  path: Path,
  references: References,
): Promise<void> {
  const { managedPolicies = {}, groups = {}, users = {}, roles = {} } = account;
  const arnOf = managedPolicyArn(caller.accountId, managedPolicies);
  const textOf = (text: string, at: Path) => references.resolve(text, caller.accountId, at);
  for (const [PolicyName, text] of Object.entries(managedPolicies)) {
    const at = [...path, "managedPolicies", PolicyName];
    await caller.call(at, createPolicy, { PolicyName, PolicyDocument: textOf(text, at) });
  }
  for (const [GroupName, group] of Object.entries(groups)) {
    await give(group, [...path, "groups", GroupName], {
      put: (at, PolicyName, text) =>
        caller.call(at, putGroupPolicy, { GroupName, PolicyName, PolicyDocument: textOf(text, at) }),
      attach: (at, name) => caller.call(at, attachGroupPolicy, { GroupName, PolicyArn: arnOf(name) }),
    });
  }
  for (const [UserName, user] of Object.entries(users)) {
    await give(user, [...path, "users", UserName], {
      put: (at, PolicyName, text) =>
        caller.call(at, putUserPolicy, { UserName, PolicyName, PolicyDocument: textOf(text, at) }),
      attach: (at, name) => caller.call(at, attachUserPolicy, { UserName, PolicyArn: arnOf(name) }),
      bound: (at, name) => caller.call(at, putUserPermissionsBoundary, { UserName, PermissionsBoundary: arnOf(name) }),
    });
  }
  for (const [RoleName, role] of Object.entries(roles)) {
    await give(role, [...path, "roles", RoleName], {
      put: (at, PolicyName, text) =>
        caller.call(at, putRolePolicy, { RoleName, PolicyName, PolicyDocument: textOf(text, at) }),
      attach: (at, name) => caller.call(at, attachRolePolicy, { RoleName, PolicyArn: arnOf(name) }),
      bound: (at, name) => caller.call(at, putRolePermissionsBoundary, { RoleName, PermissionsBoundary: arnOf(name) }),
    });
  }
}

/** How an identity is given policies. */
interface Giving {
  put(at: Path, name: string, text: string): Promise<unknown>;
  attach(at: Path, name: string): Promise<unknown>;
  bound?(at: Path, name: string): Promise<unknown>;
}

async function give(
  { policies = {}, managedPolicies = [], permissionsBoundary }: SeedPolicies & { permissionsBoundary?: string },
  path: Path,
  giving: Giving,
): Promise<void> {
  for (const [name, text] of Object.entries(policies)) await giving.put([...path, "policies", name], name, text);
  for (const [index, name] of managedPolicies.entries()) {
    await giving.attach([...path, "managedPolicies", index], name);
  }
  if (permissionsBoundary !== undefined) {
    await giving.bound?.([...path, "permissionsBoundary"], permissionsBoundary);
  }
}

function managedPolicyArn(accountId: string, own: Readonly<Record<string, string>>): (name: string) => string {
  return (name) => {
    if (name.startsWith("arn:")) return name;
    return Object.hasOwn(own, name) ? `arn:aws:iam::${accountId}:policy/${name}` : `${awsManagedPrefix}${name}`;
  };
}
