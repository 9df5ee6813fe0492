import type { ProtectedResource } from "../authorization/accessRequest.ts";
import type { AwsError } from "../awsError.ts";
import type { NeededAccess, Operation } from "../operation.ts";
import type { CallContext } from "../callContext.ts";
import type { ServiceModel } from "../protocols/serviceModel.ts";
import type { Service } from "../service.ts";
import type { CloudTrailEvent } from "./cloudTrailEvent.ts";
import { loggedCall } from "./loggedCall.ts";
import { recorded } from "./recorded.ts";
import { userIdentity } from "./userIdentity.ts";
import { wholeSeconds } from "../wholeSeconds.ts";

/** A call that has ended, with what is to be recorded of it. */
export interface EndedCall {
  readonly service: Service;
  readonly model: ServiceModel;
  readonly operation: Operation<unknown, object>;
  readonly context: CallContext;
  readonly input: unknown;
  readonly access: readonly NeededAccess[];
  readonly outcome: { readonly output: object } | { readonly denied: AwsError } | { readonly failed: AwsError };
}

/**
 * Writes the CloudTrail events of a call: one for the caller's account, and one for each other account that owns what was
 * touched, unless access was denied. The log of calls has them all.
 * Source: KMS Developer Guide, "Logging AWS KMS API calls with AWS CloudTrail".
 */
export function record(call: EndedCall): void {
  const { audit, calls, random, tape } = call.context.instance;
  // It was recorded when the call was made, and is kept.
  if (tape.isReplaying) return;
  calls.add(loggedCall(call));
  // Nobody would see it: the event history has management events alone.
  if (isData(call) && !audit.hearsData) return;
  const owners = "denied" in call.outcome ? [] : otherOwners(call);
  // A service's own calls and calls across accounts have an id that all copies share.
  const isShared = owners.length > 0 || call.context.caller.kind === "service";
  const event = callersEvent(call, isShared ? random.fleeting.uuid() : undefined);
  audit.record(event);
  for (const owner of owners) audit.record(ownersEvent(event, owner, call));
}

function callersEvent(call: EndedCall, sharedEventID: string | undefined): CloudTrailEvent {
  const { operation, context, service, outcome } = call;
  const { code, message } = errorOf(service, outcome);
  const { origin, caller } = context;
  const via = origin.viaService && `${origin.viaService}.amazonaws.com`;
  const invokedBy = caller.kind === "service" ? caller.invokedBy : via;
  return {
    eventVersion: "1.11",
    userIdentity: userIdentity(caller, origin),
    eventTime: wholeSeconds(context.now),
    eventSource: service.eventSource,
    eventName: operation.audit?.eventName ?? operation.name,
    awsRegion: context.region,
    sourceIPAddress: invokedBy ?? origin.sourceIp,
    userAgent: invokedBy ?? origin.userAgent,
    errorCode: code,
    errorMessage: message,
    requestParameters: "denied" in outcome ? null : requestParameters(call),
    responseElements: responseElements(call),
    additionalEventData: additionalEventData(call),
    requestID: context.requestId,
    eventID: context.instance.random.fleeting.uuid(),
    sharedEventID,
    readOnly: operation.readOnly,
    resources: "denied" in outcome ? undefined : resources(call),
    eventType: "AwsApiCall",
    managementEvent: !isData(call),
    recipientAccountId: context.accountId,
    eventCategory: isData(call) ? "Data" : "Management",
  };
}

function isData({ operation }: EndedCall): boolean {
  return operation.audit?.kind === "data";
}

/** The owner of a resource learns which account came, and the unique id of the caller, but no name and no key. */
function ownersEvent(event: CloudTrailEvent, recipientAccountId: string, { context }: EndedCall): CloudTrailEvent {
  const { accountId, principalId } = context.caller;
  const { invokedBy } = event.userIdentity;
  const userIdentity = { type: "AWSAccount", principalId, accountId, invokedBy };
  return { ...event, userIdentity, eventID: context.instance.random.fleeting.uuid(), recipientAccountId };
}

function otherOwners({ access, context }: EndedCall): string[] {
  const others = access.filter(({ resource }) => resource.accountId !== context.accountId);
  return others.length === 0 ? [] : [...new Set(others.map(({ resource }) => resource.accountId))];
}

/** A denial is recorded as `AccessDenied`, whatever the service calls it on the wire; other errors under their own code. */
function errorOf(
  { recordedErrorPrefix: prefix }: Service,
  outcome: EndedCall["outcome"],
): { readonly code?: string; readonly message?: string } {
  if ("output" in outcome) return {};
  const { code, message } = "denied" in outcome ? outcome.denied : outcome.failed;
  if (prefix !== undefined) return { code: `${prefix}${code}`, message };
  return { code: "denied" in outcome ? "AccessDenied" : code, message };
}

function requestParameters({ operation, service, model, input, context }: EndedCall): object | null {
  if (operation.audit?.request) return operation.audit.request(input, context);
  const parameters = asObject(recorded(model, model.input(operation.name), input));
  if (parameters === null || service.recorded === undefined) return parameters;
  const { names } = service.recorded;
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [names.get(name) ?? name, value]));
}

function responseElements(call: EndedCall): object | null {
  const { operation, service, model, outcome } = call;
  if (!("output" in outcome)) return null;
  if (service.recorded?.answers === false && !isData(call)) return null;
  if (operation.audit?.response) return operation.audit.response(outcome.output);
  const shape = model.output(operation.name)?.shape;
  return operation.readOnly || !shape ? null : asObject(recorded(model, shape, outcome.output));
}

function additionalEventData({ operation, input, context, outcome }: EndedCall): object | undefined {
  return "output" in outcome ? operation.audit?.additional?.(input, context) : undefined;
}

function asObject(value: unknown): object | null {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0 ? value : null;
}

function resources({ access, operation, outcome }: EndedCall): CloudTrailEvent["resources"] {
  const touched: Pick<ProtectedResource, "arn" | "accountId" | "type">[] = access.map(({ resource }) => resource);
  const made = "output" in outcome ? operation.audit?.made?.(outcome.output) : undefined;
  if (made) touched.push(...made);
  const typed: { accountId: string; type: string; ARN: string }[] = [];
  for (const { arn, accountId, type } of touched) {
    if (type) typed.push({ accountId, type, ARN: arn });
  }
  return typed.length > 0 ? typed : undefined;
}
