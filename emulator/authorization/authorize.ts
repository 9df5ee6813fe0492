import { AwsError } from "../awsError.ts";
import type { CallContext } from "../callContext.ts";
import type { NeededAccess } from "../operation.ts";
import type { Service } from "../service.ts";
import type { AccessRequest, ControlPolicies } from "./accessRequest.ts";
import { conditionContext } from "./conditions/conditionContext.ts";
import { globalConditions } from "./conditions/globalConditions.ts";
import { decide } from "./decide.ts";
import { denialSentence } from "./decision.ts";

/**
 * Asks the engine for every permission that a call needs and keeps each decision.
 * Throws the service's access-denied error at the first refusal.
 */
export function authorize(context: CallContext, needed: readonly NeededAccess[], codes: Service["errorCodes"]): void {
  for (const access of needed) {
    const request = accessRequest(context, access);
    const decision = decide(request);
    context.instance.decisions.record(context.wireRequestId, decision, request);
    if (decision.result !== "Allowed") {
      const { shownAs, undisclosedAs } = access.resource;
      const sentence = denialSentence(decision, shownAs, undisclosedAs);
      throw new AwsError(codes.accessDenied, sentence, { status: codes.accessDeniedStatus });
    }
  }
}

/**
 * The organization's policies that bind a call. They do not bind service-linked roles, whose path only IAM gives.
 * Source: Organizations User Guide, "Service control policies (SCPs)" and "Resource control policies (RCPs)".
 */
function controls({ instance, caller }: CallContext, resourceAccountId: string): ControlPolicies | undefined {
  if (caller.kind === "role session" && caller.roleArn.includes(":role/aws-service-role/")) return undefined;
  return instance.organization?.controls(caller.accountId, resourceAccountId);
}

/** The engine's question for one permission, asked about the caller of a call. */
export function accessRequest(context: CallContext, access: NeededAccess): AccessRequest {
  const { action, resource, conditions = {}, encryptionContext } = access;
  return {
    principal: context.caller,
    action,
    resource,
    context: conditionContext(globalConditions(context, resource), conditions),
    policies: context.account.iam.policiesOf(context.caller),
    controls: controls(context, resource.accountId),
    encryptionContext,
  };
}
