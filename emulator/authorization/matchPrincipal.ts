import { createHash } from "node:crypto";
import { speaksForRoot, type Principal } from "../principal.ts";
import type { AccessRequest } from "./accessRequest.ts";
import type { StatedPrincipal, Statement } from "./policy.ts";

/**
 * How the principals of a statement name the caller: the very user or session, the issuer of the session (its role, or the
 * user who federated), the caller's account, or not at all. The first needs nothing else; the second is limited by boundary
 * and session policy; the third only hands the decision to the account. Source: IAM User Guide, "AWS JSON policy elements:
 * Principal", role session principals and federated user principals.
 */
export type PrincipalMatch = "in person" | "as issuer" | "through the account" | "not at all";

/** What of a request tells who asks. */
export type Caller = Pick<AccessRequest, "principal" | "policies">;

const byStrength: readonly PrincipalMatch[] = ["in person", "as issuer", "through the account"];

/** Whether and how a statement of a resource's policy names the caller. */
export function matchPrincipal({ principals, principalsAreExcluded }: Statement, caller: Caller): PrincipalMatch {
  const { principal } = caller;
  if (principalsAreExcluded) return isExempt(principals, caller) ? "not at all" : "in person";
  const matches = principals.map((stated) => matchOne(stated, principal));
  return byStrength.find((match) => matches.includes(match)) ?? "not at all";
}

/**
 * `NotPrincipal` exempts only whom it names with everything they are: a user with the account, a session with its issuer and
 * the account. It exempts nobody who has a permissions boundary. Source: IAM User Guide, "NotPrincipal".
 */
function isExempt(principals: readonly StatedPrincipal[], { principal, policies }: Caller): boolean {
  if (policies.boundary) return false;
  const matches = new Set(principals.map((stated) => matchOne(stated, principal)));
  return everythingOf(principal).every((match) => matches.has(match));
}

function everythingOf(principal: Principal): readonly PrincipalMatch[] {
  switch (principal.kind) {
    case "root":
    case "service":
    case "web identity":
      return ["in person"];
    case "user":
      return ["in person", "through the account"];
    case "role session":
      return byStrength;
    case "federated user":
      return speaksForRoot(principal) ? ["in person", "through the account"] : byStrength;
  }
}

function matchOne(stated: StatedPrincipal, principal: Principal): PrincipalMatch {
  switch (stated.kind) {
    case "everyone":
      return "in person";
    case "service":
      return matchService(stated.service, principal);
    case "account":
      return matchAccount(stated.accountId, principal);
    case "canonical user":
      return stated.id === canonicalUserId(principal.accountId)
        ? matchAccount(principal.accountId, principal)
        : "not at all";
    case "federated":
      return principal.kind === "web identity" && principal.arn === stated.provider ? "in person" : "not at all";
    case "arn":
      return matchArn(stated, principal);
  }
}

/** A service is known by its name, and by that of its region: `logs.amazonaws.com` and `logs.us-east-1.amazonaws.com`. */
function matchService(service: string, principal: Principal): PrincipalMatch {
  if (principal.kind !== "service") return "not at all";
  return service === principal.invokedBy || service === principal.arn ? "in person" : "not at all";
}

function matchAccount(accountId: string, principal: Principal): PrincipalMatch {
  if (principal.kind === "service" || principal.kind === "web identity") return "not at all";
  if (principal.accountId !== accountId) return "not at all";
  return principal.kind === "root" ? "in person" : "through the account";
}

/** A user or role is recognised by its unique id: a namesake made later is somebody else. */
function matchArn(stated: { arn: string; uniqueId?: string }, principal: Principal): PrincipalMatch {
  if (principal.kind === "user") return stated.uniqueId === principal.principalId ? "in person" : "not at all";
  if (principal.kind === "role session" && stated.uniqueId === principal.roleId) return "as issuer";
  if (principal.kind === "federated user" && stated.uniqueId === principal.federatedBy.principalId) return "as issuer";
  return stated.uniqueId === undefined && stated.arn === principal.arn ? "in person" : "not at all";
}

/** An account's canonical user id, as S3 names accounts: 64 hexadecimal digits. Here it is derived from the account id. */
export function canonicalUserId(accountId: string): string {
  return createHash("sha256").update(`canonical user of ${accountId}`).digest("hex");
}
