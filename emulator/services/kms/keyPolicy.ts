import { accessRequest } from "../../authorization/authorize.ts";
import { decide } from "../../authorization/decide.ts";
import { parsePolicy, PolicyError, type Policy } from "../../authorization/policy.ts";
import { principalResolver } from "../../authorization/principalResolver.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { keyAccess } from "./keyAccess.ts";
import type { KmsKey } from "./kmsKey.ts";

/** Source: KMS Developer Guide, "Quotas": key policy document size, not adjustable. */
const maximumBytes = 32_768;

/** The only name that a key policy can have. */
export const policyName = "default";

/** Throws NotFoundException for any other name. */
export function requirePolicyName(name: string = policyName): void {
  if (name !== policyName) throw new AwsError("NotFoundException", "No such policy exists");
}

/** The policy of a key that is created without one: the account decides. */
export function defaultKeyPolicy(accountId: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
}

/** Reads a key policy. Throws MalformedPolicyDocumentException, or LimitExceededException above 32 KiB. */
export function readKeyPolicy(context: CallContext, text: string): Policy {
  if (Buffer.byteLength(text) > maximumBytes) {
    throw new AwsError("LimitExceededException", `The key policy is larger than ${maximumBytes} bytes.`);
  }
  try {
    return parsePolicy(text, "key policy", principalResolver(context.instance));
  } catch (error) {
    throw error instanceof PolicyError ? malformed(error) : error;
  }
}

/**
 * Refuses a policy after which the caller could not change it again, as the engine decides.
 * Source: KMS API Reference, PutKeyPolicy, "BypassPolicyLockoutSafetyCheck".
 */
export function checkLockout(context: CallContext, key: KmsKey, policy: Policy): void {
  const access = keyAccess(context, key, "kms:PutKeyPolicy");
  const resource = { ...access.resource, policy: { name: "key policy", policy } };
  if (decide(accessRequest(context, { ...access, resource })).result === "Allowed") return;
  throw new AwsError(
    "MalformedPolicyDocumentException",
    "The new key policy will not allow you to update the key policy in the future.",
  );
}

/**
 * A key policy as GetKeyPolicy shows it: as it was written, but users and roles that are gone appear under their unique
 * ids, even if they have namesakes now. Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function shownPolicy(context: CallContext, { text, statements }: Policy): string {
  const resolve = principalResolver(context.instance);
  const gone = new Map<unknown, string>();
  for (const stated of statements.flatMap(({ principals }) => principals)) {
    if (stated.kind !== "arn" || stated.uniqueId === undefined) continue;
    if (resolve(stated.arn) !== stated.uniqueId) gone.set(stated.arn, stated.uniqueId);
  }
  if (gone.size === 0) return text;
  const shown = (name: unknown) => gone.get(name) ?? name;
  const revive = (element: string, value: unknown): unknown => {
    if (element !== "AWS") return value;
    return Array.isArray(value) ? value.map(shown) : shown(value);
  };
  return JSON.stringify(JSON.parse(text, revive));
}

function malformed(error: PolicyError): AwsError {
  const message =
    error.reason === "principal" ? "Policy contains a statement with one or more invalid principals." : error.message;
  return new AwsError("MalformedPolicyDocumentException", message);
}
