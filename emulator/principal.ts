import type { NamedPolicy } from "./authorization/accessRequest.ts";

/** The root user of an account. Its unique id is the account id. */
export interface RootUser {
  readonly kind: "root";
  readonly accountId: string;
  readonly arn: string;
  readonly principalId: string;
}

/** An IAM user. `principalId` is its unique id (`AIDA…`); a user made again under the same name has another. */
export interface IamUser {
  readonly kind: "user";
  readonly accountId: string;
  readonly arn: string;
  readonly principalId: string;
  readonly userName: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** A session of a role. `principalId` is `<role's unique id>:<session name>`, `arn` the session's (`arn:aws:sts::…`). */
export interface RoleSession {
  readonly kind: "role session";
  readonly accountId: string;
  readonly arn: string;
  readonly principalId: string;
  readonly roleArn: string;
  readonly roleId: string;
  readonly roleName: string;
  readonly sessionName: string;
  readonly issuedAt: Date;
  /** The role's tags, and those that the session was started with. */
  readonly tags: ReadonlyMap<string, string>;
  /** Tags that sessions started from this one have as well. */
  readonly transitiveTags?: ReadonlyMap<string, string>;
  /** The policies that the session was started with: together they limit it. Absent: nothing does. */
  readonly sessionPolicies?: readonly NamedPolicy[];
  /** Whom the session works for, as whoever started it says. It is handed on to sessions started from this one. */
  readonly sourceIdentity?: string;
}

/** An AWS service that acts for itself, for example `dynamodb.us-east-1.amazonaws.com`. */
export interface ServicePrincipal {
  readonly kind: "service";
  /** The account whose resources the service works on. */
  readonly accountId: string;
  readonly arn: string;
  readonly principalId: string;
  /** As CloudTrail names it: `dynamodb.amazonaws.com`. */
  readonly invokedBy: string;
  /** The resource that the service works for. */
  readonly sourceArn?: string;
}

/** Who makes a request. */
export type Principal = RootUser | IamUser | RoleSession | ServicePrincipal;

/** The root user of an account. */
export function rootUser(accountId: string): RootUser {
  return { kind: "root", accountId, arn: `arn:aws:iam::${accountId}:root`, principalId: accountId };
}

/** A service that acts for itself in a region, for example `dynamodb` in `us-east-1`; on behalf of a resource, if it says which. */
export function servicePrincipal(
  service: string,
  region: string,
  accountId: string,
  sourceArn?: string,
): ServicePrincipal {
  const name = `${service}.${region}.amazonaws.com`;
  return { kind: "service", accountId, arn: name, principalId: name, invokedBy: `${service}.amazonaws.com`, sourceArn };
}
