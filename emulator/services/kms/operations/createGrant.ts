import type { CreateGrantCommandInput, CreateGrantCommandOutput } from "@aws-sdk/client-kms";
import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import type { Grant } from "../grant.ts";
import { grantPrincipal } from "../grantPrincipal.ts";
import { checkGrantScope, covers, samePairs } from "../grantScope.ts";
import { grantsInForce } from "../grantsInForce.ts";
import { checkGrantTokens, newGrantToken } from "../grantToken.ts";
import { grantIsForAwsResource, keyAccess } from "../keyAccess.ts";
import { requireEnabled } from "../keyState.ts";
import type { KmsKey } from "../kmsKey.ts";
import { requireMember } from "../requireMember.ts";

type CreateGrantInput = Input<CreateGrantCommandInput>;

const action = "kms:CreateGrant";
/** Source: KMS Developer Guide, "Quotas". */
const maximumGrants = 50_000;

/** Lets a principal use a key, without a policy. */
export const createGrant = operation<CreateGrantInput, Output<CreateGrantCommandOutput>>({
  service: "kms",
  name: "CreateGrant",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html",
  readOnly: false,
  audit: {
    request: (input) => ({
      keyId: input.KeyId,
      granteePrincipal: input.GranteePrincipal,
      retiringPrincipal: input.RetiringPrincipal,
      operations: input.Operations,
      constraints: input.Constraints && {
        encryptionContextSubset: input.Constraints.EncryptionContextSubset,
        encryptionContextEquals: input.Constraints.EncryptionContextEquals,
      },
      name: input.Name,
    }),
    response: ({ GrantId }) => ({ grantId: GrantId }),
  },
  access: (context, input) => {
    checkGrantTokens(context, input.GrantTokens);
    const key = findKeyByIdOrArn(context, input.KeyId);
    const { EncryptionContextEquals, EncryptionContextSubset } = input.Constraints ?? {};
    return [
      keyAccess(context, key, action, {
        // A grant that allows CreateGrant counts only as far as it reaches itself.
        grants: grantsInForce(context.instance, key, input.GrantTokens).filter((parent) => covers(parent, input)),
        encryptionContext: EncryptionContextEquals ?? EncryptionContextSubset,
        conditions: grantConditions(context, input),
      }),
    ];
  },
  run: (context, input) => {
    const key = findKeyByIdOrArn(context, input.KeyId);
    checkGrantScope(key, input);
    const grant = newGrant(context, input);
    requireEnabled(key, action);
    stopDryRun(input.DryRun);
    const same = [...key.grants.values()].find((known) => isRetryOf(known, grant)) ?? add(key, grant);
    return { GrantId: same.grantId, GrantToken: newGrantToken(context, key, same) };
  },
});

function grantConditions(context: CallContext, input: CreateGrantInput): ConditionValues {
  const constraintTypes = Object.keys(input.Constraints ?? {});
  return {
    ...grantIsForAwsResource(context),
    "kms:GrantConstraintType": constraintTypes.length > 0 ? constraintTypes : undefined,
    "kms:GrantOperations": input.Operations,
    "kms:GranteePrincipal": input.GranteePrincipal,
    "kms:RetiringPrincipal": input.RetiringPrincipal,
  };
}

function newGrant(context: CallContext, input: CreateGrantInput): Grant {
  const grantee = grantPrincipal(context, requireMember(input.GranteePrincipal, "granteePrincipal"));
  const retiring = input.RetiringPrincipal === undefined ? undefined : grantPrincipal(context, input.RetiringPrincipal);
  return {
    grantId: context.instance.random.bytes(32).toString("hex"),
    name: input.Name,
    createdAt: context.now,
    granteePrincipal: grantee.principal,
    granteeId: grantee.uniqueId,
    retiringPrincipal: retiring?.principal,
    retiringId: retiring?.uniqueId,
    issuingAccountId: context.accountId,
    operations: input.Operations,
    encryptionContextEquals: input.Constraints?.EncryptionContextEquals,
    encryptionContextSubset: input.Constraints?.EncryptionContextSubset,
    tokens: new Set(),
  };
}

/** With a name, asking again for the same grant gives the same grant. Source: KMS API Reference, CreateGrant, `Name`. */
function isRetryOf(known: Grant, wanted: Grant): boolean {
  return (
    wanted.name !== undefined &&
    known.name === wanted.name &&
    known.granteePrincipal === wanted.granteePrincipal &&
    known.granteeId === wanted.granteeId &&
    known.retiringPrincipal === wanted.retiringPrincipal &&
    known.retiringId === wanted.retiringId &&
    known.issuingAccountId === wanted.issuingAccountId &&
    known.operations.length === wanted.operations.length &&
    known.operations.every((name) => wanted.operations.includes(name)) &&
    samePairs(known.encryptionContextEquals, wanted.encryptionContextEquals) &&
    samePairs(known.encryptionContextSubset, wanted.encryptionContextSubset)
  );
}

function add(key: KmsKey, grant: Grant): Grant {
  if (key.grants.size >= maximumGrants) {
    throw new AwsError("LimitExceededException", `The key ${key.arn} has ${maximumGrants} grants already.`);
  }
  key.grants.set(grant.grantId, grant);
  return grant;
}
