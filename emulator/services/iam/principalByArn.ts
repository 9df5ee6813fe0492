import type { Instance } from "../../instance.ts";
import { rootUser, type FederatedUser, type IamUser, type Principal, type RoleSession } from "../../principal.ts";

/** How the session is called that asks where only a role is named. */
const explaining = "explain";

/**
 * Who would come with the credentials of an ARN: a root user, a user, a session of a role (the ARN may be the role's or the
 * session's; nothing but the role's policies limits it), a federated user as their latest credentials are. `undefined` if there is nobody.
 */
export function principalByArn(instance: Instance, arn: string): Principal | undefined {
  const accountId = /^arn:aws:(?:iam|sts)::(\d{12}):/.exec(arn)?.[1];
  if (accountId === undefined) return undefined;
  const root = rootUser(accountId);
  if (arn === root.arn) return root;
  return (
    userByArn(instance, accountId, arn) ??
    federatedUserByArn(instance, accountId, arn) ??
    sessionByArn(instance, accountId, arn)
  );
}

function federatedUserByArn(instance: Instance, accountId: string, arn: string): FederatedUser | undefined {
  const name = /^arn:aws:sts::\d+:federated-user\/(.+)$/.exec(arn)?.[1] ?? "";
  return instance.findAccount(accountId)?.iam.federatedUsers.get(name)?.();
}

function userByArn(instance: Instance, accountId: string, arn: string): IamUser | undefined {
  const user = instance.findAccount(accountId)?.iam.users.find(arn.slice(arn.lastIndexOf("/") + 1));
  return user?.arn === arn ? user.principal() : undefined;
}

function sessionByArn(instance: Instance, accountId: string, arn: string): RoleSession | undefined {
  const iam = instance.findAccount(accountId)?.iam;
  const [, roleName = "", sessionName = explaining] =
    /^arn:aws:sts::\d+:assumed-role\/([^/]+)\/([^/]+)$/.exec(arn) ?? [];
  const role = iam?.roleByArn(arn) ?? iam?.roles.find(roleName);
  return role?.session({ sessionName }, instance.clock.now());
}
