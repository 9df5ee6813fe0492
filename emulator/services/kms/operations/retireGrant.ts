import type { RetireGrantCommandInput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import type { GrantFact } from "../../../authorization/accessRequest.ts";
import { Policy, type Statement } from "../../../authorization/policy.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import { findGrant } from "../findGrant.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import type { Grant } from "../grant.ts";
import { findGrantByToken, grantIdOf } from "../grantToken.ts";
import { keyAccess, visibleKeyPolicy } from "../keyAccess.ts";
import type { KmsKey } from "../kmsKey.ts";

type RetireGrantInput = Input<RetireGrantCommandInput>;

/** Gives a grant up: its retiring principal, its grantee or the account that made it does this. */
export const retireGrant = operation<RetireGrantInput, object>({
  service: "kms",
  name: "RetireGrant",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html",
  readOnly: false,
  audit: {
    request: () => null,
    additional: ({ GrantId, GrantToken }) => ({ grantId: GrantToken === undefined ? GrantId : grantIdOf(GrantToken) }),
  },
  access: (context, input) => {
    const { key, grant } = requested(context, input);
    const access = keyAccess(context, key, "kms:RetireGrant", { grants: waysToRetire(grant) });
    const policy = { name: "key policy", policy: retirementPolicy(visibleKeyPolicy(context, key), grant) };
    return [{ ...access, resource: { ...access.resource, policy } }];
  },
  run: (context, input) => {
    const { key, grant } = requested(context, input);
    stopDryRun(input.DryRun);
    key.grants.delete(grant.grantId);
    key.history.ended(grant, context.now);
    return {};
  },
});

function requested(
  context: CallContext,
  { GrantToken, KeyId, GrantId }: RetireGrantInput,
): { key: KmsKey; grant: Grant } {
  if (GrantToken !== undefined) return findGrantByToken(context, GrantToken);
  if (KeyId === undefined || GrantId === undefined) {
    throw new AwsError("ValidationException", "Please specify either a grant token or a key ID and a grant ID.");
  }
  const key = findKeyByIdOrArn(context, KeyId);
  return { key, grant: findGrant(key, GrantId) };
}

/** The grant itself says who may retire it: its retiring principal, and its grantee if RetireGrant is among its operations. */
function waysToRetire(grant: Grant): GrantFact[] {
  const { grantId, retiringPrincipal, retiringId } = grant;
  if (retiringPrincipal === undefined) return [grant];
  return [grant, { grantId, granteePrincipal: retiringPrincipal, granteeId: retiringId, operations: ["RetireGrant"] }];
}

/**
 * A key policy can only deny RetireGrant. The account that made the grant may always retire it, and hand that on in its
 * identity policies. Source: KMS API Reference, RetireGrant; KMS Developer Guide, "Retiring and revoking grants".
 */
function retirementPolicy(policy: Policy, { issuingAccountId }: Grant): Policy {
  const issuingAccount: Statement = {
    id: "the account that made the grant",
    effect: "Allow",
    principals: [{ kind: "account", accountId: issuingAccountId }],
    principalsAreExcluded: false,
    actions: { patterns: ["kms:retiregrant"], negated: false },
    resources: { patterns: ["*"], negated: false },
    conditions: [],
  };
  const denials = policy.statements.filter(({ effect }) => effect === "Deny");
  return new Policy(policy.kind, policy.text, [...denials, issuingAccount]);
}
