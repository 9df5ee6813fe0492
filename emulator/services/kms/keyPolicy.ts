import { callerMay } from "../../authorization/callerMay.ts";
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
  if (callerMay(context, { ...access, resource })) return;
  throw new AwsError(
    "MalformedPolicyDocumentException",
    "The new key policy will not allow you to update the key policy in the future.",
  );
}

function malformed(error: PolicyError): AwsError {
  const message =
    error.reason === "principal" ? "Policy contains a statement with one or more invalid principals." : error.message;
  return new AwsError("MalformedPolicyDocumentException", message);
}
