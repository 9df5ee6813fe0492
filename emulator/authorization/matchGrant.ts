import type { AccessRequest, GrantFact } from "./accessRequest.ts";
import type { Principal } from "../principal.ts";

/** Grant constraints are not checked for these operations. Source: KMS API Reference, `GrantConstraints`. */
const unconstrained: ReadonlySet<string> = new Set(["DescribeKey", "RetireGrant"]);

/** Whether a grant lets the caller do what is asked. Source: KMS Developer Guide, "Grants in AWS KMS". */
export function grantAllows(grant: GrantFact, request: AccessRequest): boolean {
  const operation = request.action.replace(/^kms:/, "");
  return (
    grant.operations.includes(operation) &&
    isGrantee(grant, request.principal) &&
    (unconstrained.has(operation) || constraintsAreMet(grant, request.encryptionContext ?? {}))
  );
}

function isGrantee(grant: GrantFact, principal: Principal): boolean {
  if (principal.kind === "service") return grant.granteePrincipal === principal.arn;
  if (grant.granteePrincipal === `arn:aws:iam::${principal.accountId}:root`) return true;
  if (principal.kind === "role session" && grant.granteeId === principal.roleId) return true;
  if (principal.kind === "root") return false;
  return grant.granteeId === undefined
    ? grant.granteePrincipal === principal.arn
    : grant.granteeId === principal.principalId;
}

function constraintsAreMet(grant: GrantFact, context: Readonly<Record<string, string>>): boolean {
  const { encryptionContextEquals: equals, encryptionContextSubset: subset } = grant;
  if (equals && Object.keys(equals).length !== Object.keys(context).length) return false;
  return [equals, subset]
    .flatMap((pairs) => Object.entries(pairs ?? {}))
    .every(([name, value]) => context[name] === value);
}
