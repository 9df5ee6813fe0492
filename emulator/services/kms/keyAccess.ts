import { Policy } from "../../authorization/policy.ts";
import type { GrantFact } from "../../authorization/accessRequest.ts";
import type { Conditions, ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { requestedAlias } from "./findKey.ts";
import { grantsInForce } from "./grantsInForce.ts";
import type { KmsKey } from "./kmsKey.ts";

/** What a request says about the key beyond which key it is. */
export interface KeyRequest {
  /** The key as the caller named it. */
  readonly keyName?: string;
  readonly encryptionContext?: Readonly<Record<string, string>>;
  /** Condition keys of this operation alone. */
  readonly conditions?: ConditionValues;
  /** What refusals call the key before other accounts. Default: `this resource`. */
  readonly undisclosedAs?: string;
  readonly grantTokens?: readonly string[];
  /** The grants that may allow it. Default: all of the key that are in force. */
  readonly grants?: readonly GrantFact[];
}

/** The permission that an operation on a key needs. Source of the condition keys: KMS Developer Guide, "Condition keys for AWS KMS". */
export function keyAccess(context: CallContext, key: KmsKey, action: string, request: KeyRequest = {}): NeededAccess {
  const { encryptionContext, grantTokens, undisclosedAs = "this resource" } = request;
  const { instance } = context;
  const { arn, accountId } = key;
  return {
    action,
    resource: {
      arn,
      accountId,
      undisclosedAs: accountId === context.accountId ? undefined : undisclosedAs,
      type: "AWS::KMS::Key",
      policy: { name: "key policy", policy: visibleKeyPolicy(context, key) },
      policyIsRequired: true,
      grants: request.grants ?? grantsInForce(instance, key, grantTokens),
      isAwsManaged: key.manager === "AWS",
      tags: key.tags,
    },
    encryptionContext,
    conditions: conditionsOf(context, key, request),
  };
}

/**
 * As {@link keyAccess}, for operations that AWS keeps within the account: no key policy and no grant can let in another.
 * Source: KMS Developer Guide, "AWS KMS permissions", column "Cross-account use".
 */
export function ownKeyAccess(
  context: CallContext,
  key: KmsKey,
  action: string,
  request: KeyRequest = {},
): NeededAccess {
  const access = keyAccess(context, key, action, request);
  if (key.accountId === context.accountId) return access;
  const policy = { name: "key policy", policy: new Policy("key policy", key.policy.text, []) };
  return { ...access, resource: { ...access.resource, policy, grants: [] } };
}

/** The permission on an alias. Aliases have no policy of their own: identity policies alone decide. */
export function aliasAccess(context: CallContext, aliasName: string, action: string): NeededAccess {
  const arn = context.state.kms.aliasArn(aliasName);
  const resource = { arn, accountId: context.accountId, type: "AWS::KMS::Alias", policyIsRequired: false };
  return { action, resource, conditions: callConditions(context) };
}

/** A permission that is about no key that exists: creating one, listing them. Only identity policies can give it. */
export function accountAccess({ accountId }: CallContext, action: string, conditions?: ConditionValues): NeededAccess {
  return { action, resource: { arn: "*", accountId, policyIsRequired: false }, conditions };
}

/** The keys of every KMS request, but for those that list keys and aliases. */
export function callConditions({ caller, origin, region }: CallContext): ConditionValues {
  return {
    "kms:CallerAccount": caller.accountId,
    "kms:ViaService": origin.viaService && `${origin.viaService}.${region}.amazonaws.com`,
  };
}

/** For the operations on grants: whether a service acts for the caller. */
export function grantIsForAwsResource({ origin }: CallContext): ConditionValues {
  return { "kms:GrantIsForAWSResource": origin.viaService !== undefined };
}

/** The policy of a key that decisions ask. */
export function visibleKeyPolicy({ instance }: CallContext, { arn, policy }: KmsKey): Policy {
  return instance.visibility.see("keyPolicy", arn, policy) ?? policy;
}

/** Collected once they are asked for, from what the key is now. */
function conditionsOf(context: CallContext, key: KmsKey, request: KeyRequest): Conditions {
  const { spec, usage, origin, related, multiRegionType } = key;
  const isMultiRegion = related !== undefined;
  const aliasNames = context.instance.visibility.see("aliasNames", key.arn, [...key.aliasNames]) ?? [];
  const { keyName, encryptionContext, conditions } = request;
  return () => ({
    ...callConditions(context),
    "kms:KeySpec": spec,
    "kms:KeyUsage": usage,
    "kms:KeyOrigin": origin,
    "kms:MultiRegion": isMultiRegion,
    "kms:MultiRegionKeyType": multiRegionType,
    "kms:ResourceAliases": aliasNames.length > 0 ? aliasNames : undefined,
    ...encryptionContextConditions(encryptionContext),
    "kms:RequestAlias": keyName === undefined ? undefined : requestedAlias(keyName),
    ...conditions,
  });
}

function encryptionContextConditions(pairs: Readonly<Record<string, string>> = {}): ConditionValues {
  const names = Object.keys(pairs);
  return {
    "kms:EncryptionContextKeys": names.length > 0 ? names : undefined,
    ...Object.fromEntries(Object.entries(pairs).map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
  };
}
