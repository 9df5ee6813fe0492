import { AwsError } from "../awsError.ts";
import type { CallContext } from "../callContext.ts";
import type { NeededAccess } from "../operation.ts";
import type { Service } from "../service.ts";
import type { AccessRequest } from "./accessRequest.ts";
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
      const encoded = () => context.instance.authorizationMessages.encode(decision, request);
      const message = codes.denialMessage?.(sentence, decision, encoded) ?? sentence;
      throw new AwsError(codes.accessDenied, message, { status: codes.accessDeniedStatus });
    }
  }
}

/** The engine's question for one permission, asked about the caller of a call. */
export function accessRequest(context: CallContext, access: NeededAccess): AccessRequest {
  const { action, resource, conditions = {}, encryptionContext } = access;
  return {
    principal: context.caller,
    action,
    resource,
    context: conditionContext(() => globalConditions(context, resource), conditions),
    policies: context.account.iam.policiesOf(context.caller),
    controls: context.instance.organization?.controls(context.caller.accountId, resource.accountId),
    endpointPolicy: context.origin.viaService === undefined ? context.instance.vpcEndpoint?.policy : undefined,
    encryptionContext,
  };
}
