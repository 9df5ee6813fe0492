import type { AccessRequest, GrantFact } from "./accessRequest.ts";

/** Grant constraints are not checked for these operations. Source: KMS API Reference, `GrantConstraints`. */
const unconstrained: ReadonlySet<string> = new Set(["DescribeKey", "RetireGrant"]);

/** What a grant must say yes to, each question on its own. Deciding stops at the first no; explaining asks them all. */
const questions = [includesOperation, isGrantee, meetsConstraints] as const;

/** Whether a grant lets the caller do what is asked. Source: KMS Developer Guide, "Grants in AWS KMS". */
export function grantAllows(grant: GrantFact, request: AccessRequest): boolean {
  return questions.every((ask) => ask(grant, request));
}

/** Whether what is asked is among a grant's operations. */
export function includesOperation({ operations }: GrantFact, { action }: AccessRequest): boolean {
  return operations.includes(operationOf(action));
}

/** Whether the caller is the grantee. */
export function isGrantee(grant: GrantFact, { principal }: AccessRequest): boolean {
  if (principal.kind === "service") return grant.granteePrincipal === principal.arn;
  if (grant.granteePrincipal === `arn:aws:iam::${principal.accountId}:root`) return true;
  if (principal.kind === "role session" && grant.granteeId === principal.roleId) return true;
  if (principal.kind === "root") return false;
  return grant.granteeId === undefined
    ? grant.granteePrincipal === principal.arn
    : grant.granteeId === principal.principalId;
}

/**
 * Whether the encryption context is as the grant's constraints want it. Values are compared with regard to case, names
 * without. Source: KMS API Reference, `GrantConstraints`.
 */
export function meetsConstraints(
  grant: GrantFact,
  { action, encryptionContext: context = {} }: AccessRequest,
): boolean {
  if (unconstrained.has(operationOf(action))) return true;
  const { encryptionContextEquals: equals, encryptionContextSubset: subset } = grant;
  if (equals && Object.keys(equals).length !== Object.keys(context).length) return false;
  return [equals, subset]
    .flatMap((pairs) => Object.entries(pairs ?? {}))
    .every((pair) => Object.entries(context).some((given) => isSamePair(pair, given)));
}

function isSamePair([name, value]: [string, string], [givenName, givenValue]: [string, string]): boolean {
  return name.toLowerCase() === givenName.toLowerCase() && value === givenValue;
}

function operationOf(action: string): string {
  return action.replace(/^kms:/, "");
}
