import type { Policy } from "../../authorization/policy.ts";
import type { CallContext } from "../../callContext.ts";
import { callerMay } from "../../authorization/callerMay.ts";
import { secretAccess } from "./secretAccess.ts";

/** What a check finds wrong, in words. */
export const lockout =
  "This resource policy would not allow you to change the resource policy of the secret in the future.";

/** Whether the caller, under a policy, could not change the policy of the secret again, as the engine decides. */
export function locksOut(context: CallContext, secretId: string, policy: Policy): boolean {
  const access = secretAccess(context, "PutResourcePolicy", secretId);
  const resource = { ...access.resource, policy: { name: "resource policy", policy } };
  return !callerMay(context, { ...access, resource });
}
