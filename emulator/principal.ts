import type { NamedPolicy } from "./authorization/accessRequest.ts";

/** What temporary credentials of a root user or user add. Source: STS API Reference, GetSessionToken. */
export interface TokenSession {
  readonly issuedAt: Date;
  /** When an MFA device was proved; absent: none was. */
  readonly multiFactorAuthAt?: Date;
}

/** The root user of an account. Its unique id is the account id. */
export interface RootUser {
  readonly kind: "root";
  readonly accountId: string;
  readonly arn: string;
  readonly principalId: string;
  /** Absent: the credentials are long-term ones. */
  readonly session?: TokenSession;
}

/** An IAM user. `principalId` is its unique id (`AIDA…`); a user made again under the same name has another. */
export interface IamUser {
  readonly kind: "user";
  readonly accountId: string;
  readonly arn: string;
  readonly principalId: string;
  readonly userName: string;
  readonly tags: ReadonlyMap<string, string>;
  /** Absent: the credentials are long-term ones. */
  readonly session?: TokenSession;
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
  /**
   * When whoever started the session with credentials of GetSessionToken had proved an MFA device for those. A device that
   * AssumeRole itself was given counts for the role's trust policy alone.
   * Source: IAM User Guide, "Secure API access with MFA", for the second; the first is reported by authors of AWS's clients,
   * and whether sessions hand it on to further sessions is not recorded anywhere: they do not here.
   */
  readonly multiFactorAuthAt?: Date;
  /** Where the session was started with a web identity. */
  readonly federation?: Federation;
  /** The Lambda function that runs in the session. Source: Lambda Developer Guide, "Using source function ARN". */
  readonly sourceFunctionArn?: string;
}

/** What an identity provider says of somebody. */
export interface Federation {
  /** As trust policies name it: the ARN of an OIDC provider, or `accounts.google.com`. */
  readonly provider: string;
  /** The token's claims as condition keys: `<issuer>:aud`, `<issuer>:sub`. */
  readonly claims: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Whoever uses the credentials of GetFederationToken: `arn:aws:sts::…:federated-user/<name>`. `principalId` is
 * `<account>:<name>`.
 */
export interface FederatedUser {
  readonly kind: "federated user";
  readonly accountId: string;
  readonly arn: string;
  readonly principalId: string;
  /** Who asked for the credentials: nothing is allowed that is not allowed to them. */
  readonly federatedBy: RootUser | IamUser;
  readonly issuedAt: Date;
  /** The tags of the user, and those that the credentials were asked for with. */
  readonly tags: ReadonlyMap<string, string>;
  /** Together they limit the session; without any, only a resource's policy that names the federated user allows. */
  readonly sessionPolicies: readonly NamedPolicy[];
}

/** Somebody with the token of an identity provider, who starts a session of a role. Calls nothing else. */
export interface WebIdentity {
  readonly kind: "web identity";
  /** The account of the role. */
  readonly accountId: string;
  /** The identity provider, as trust policies name it: a web identity has no ARN of its own. */
  readonly arn: string;
  /** `<identity provider>:<audience>:<subject>`. */
  readonly principalId: string;
  readonly audience: string;
  readonly subject: string;
  readonly federation: Federation;
  /** What the token says of the session that is to be started. */
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  readonly transitiveTagKeys: readonly string[];
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
export type Principal = RootUser | IamUser | RoleSession | FederatedUser | WebIdentity | ServicePrincipal;

/** Whether identity policies are not asked: for the root user, and for whom the root user federated. */
export function speaksForRoot(principal: Principal): boolean {
  return principal.kind === "root" || (principal.kind === "federated user" && principal.federatedBy.kind === "root");
}

/** The unique id of the user or role whose policies speak of a principal; nothing for whoever has none. */
export function identityIdOf(principal: Principal): string | undefined {
  if (principal.kind === "user") return principal.principalId;
  if (principal.kind === "role session") return principal.roleId;
  return principal.kind === "federated user" ? identityIdOf(principal.federatedBy) : undefined;
}

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
