import { rootUser, type FederatedUser, type IamUser, type Principal } from "../emulator/principal.ts";
import { UserError } from "../errors/userError.ts";

/**
 * Who comes with the credentials of an ARN where there is no IAM: the ARN serves as the unique id, too.
 * Throws a UserError for what is nobody's ARN.
 */
export function principalOfArn(arn: string): Principal {
  const [, accountId = "", kind, path = ""] =
    /^arn:aws:(?:iam|sts)::(\d{12}):(root|user|role|assumed-role|federated-user)(?:\/(.+))?$/.exec(arn) ?? [];
  const tags = new Map<string, string>();
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (kind === "root") return rootUser(accountId);
  if (kind === "user") return userOf(accountId, arn);
  if (kind === "federated-user") return federatedUserOf(accountId, arn, name);
  if (kind !== "role" && kind !== "assumed-role") {
    throw new UserError(
      `${arn} is not the ARN of a root user, user, role, session or federated user.`,
      "Give --principal such an ARN.",
    );
  }
  const isRole = kind === "role";
  const roleName = isRole ? name : (path.split("/")[0] ?? "");
  const roleArn = isRole ? arn : `arn:aws:iam::${accountId}:role/${roleName}`;
  const sessionName = isRole ? "explain" : name;
  return {
    kind: "role session",
    accountId,
    arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
    principalId: `${roleArn}:${sessionName}`,
    roleArn,
    roleId: roleArn,
    roleName,
    sessionName,
    issuedAt: new Date(),
    tags,
  };
}

function userOf(accountId: string, arn: string): IamUser {
  const userName = arn.slice(arn.lastIndexOf("/") + 1);
  return { kind: "user", accountId, arn, principalId: arn, userName, tags: new Map() };
}

/** The files do not say who federated: a user whom no policy of a resource names. */
function federatedUserOf(accountId: string, arn: string, name: string): FederatedUser {
  return {
    kind: "federated user",
    accountId,
    arn,
    principalId: `${accountId}:${name}`,
    federatedBy: userOf(accountId, `arn:aws:iam::${accountId}:user/explain`),
    issuedAt: new Date(),
    tags: new Map(),
    sessionPolicies: [],
  };
}
