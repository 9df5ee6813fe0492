import type { CallContext } from "../../callContext.ts";
import type { Principal } from "../../principal.ts";
import type { ProtectedResource } from "../accessRequest.ts";
import type { ConditionValues } from "./conditionContext.ts";

/** The `aws:` keys of a call. Source: IAM User Guide, "AWS global condition context keys". */
export function globalConditions(context: CallContext, resource: ProtectedResource): ConditionValues {
  return {
    ...principalConditions(context),
    ...networkConditions(context),
    ...requestConditions(context),
    ...tagConditions("aws:ResourceTag/", resource.tags),
    "aws:ResourceAccount": resource.accountId,
    ...organizationConditions(context, resource.accountId, "Resource"),
  };
}

function principalConditions(context: CallContext): ConditionValues {
  const { caller } = context;
  return {
    "aws:PrincipalIsAWSService": caller.kind === "service",
    "aws:PrincipalType": principalType(caller),
    "aws:userid": caller.principalId,
    ...(caller.kind === "service" ? serviceConditions(context, caller) : accountConditions(context, caller)),
    ...("tags" in caller ? tagConditions("aws:PrincipalTag/", caller.tags) : {}),
  };
}

type Service = Extract<Principal, { kind: "service" }>;

/** A service belongs to no account. It says for whom it works, so that it cannot be made the deputy of strangers. */
function serviceConditions(context: CallContext, { arn, invokedBy, accountId, sourceArn }: Service): ConditionValues {
  return {
    "aws:PrincipalServiceName": invokedBy,
    "aws:PrincipalServiceNamesList": [invokedBy, arn],
    "aws:SourceAccount": accountId,
    "aws:SourceArn": sourceArn,
    ...organizationConditions(context, accountId, "Source"),
  };
}

function accountConditions(context: CallContext, caller: Exclude<Principal, Service>): ConditionValues {
  const isSession = caller.kind === "role session";
  return {
    "aws:PrincipalAccount": caller.accountId,
    // For a session this is the role's ARN, not the session's.
    "aws:PrincipalArn": isSession ? caller.roleArn : caller.arn,
    ...organizationConditions(context, caller.accountId, "Principal"),
    "aws:username": caller.kind === "user" ? caller.userName : undefined,
    // Only temporary credentials tell of MFA; requests with long-term keys lack the key.
    "aws:MultiFactorAuthPresent": isSession ? false : undefined,
    "aws:SourceIdentity": isSession ? caller.sourceIdentity : undefined,
    "aws:TokenIssueTime": isSession ? timestamp(caller.issuedAt) : undefined,
  };
}

function networkConditions({ caller, origin, instance: { vpcEndpoint } }: CallContext): ConditionValues {
  // A service's own address says nothing about the caller: the keys are absent then.
  if (origin.viaService !== undefined || caller.kind === "service") return {};
  // Behind a VPC endpoint, addresses are private ones, and stand in another key.
  if (!vpcEndpoint) return { "aws:SourceIp": origin.sourceIp };
  const { id, vpc } = vpcEndpoint;
  return { "aws:SourceVpce": id, "aws:SourceVpc": vpc, "aws:VpcSourceIp": origin.sourceIp };
}

function requestConditions({ caller, origin, region, now }: CallContext): ConditionValues {
  // A service that acts for itself is the principal; nobody is called through it.
  const isForwarded = origin.viaService !== undefined && caller.kind !== "service";
  const via = isForwarded ? `${origin.viaService}.amazonaws.com` : undefined;
  return {
    "aws:CalledVia": via && [via],
    "aws:CalledViaFirst": via,
    "aws:CalledViaLast": via,
    "aws:CurrentTime": timestamp(now),
    "aws:EpochTime": String(Math.floor(now.getTime() / 1000)),
    "aws:Referer": origin.referer,
    "aws:RequestedRegion": region,
    "aws:SecureTransport": false,
    "aws:UserAgent": origin.userAgent,
    "aws:ViaAWSService": isForwarded,
  };
}

/** The organization that an account belongs to, and where in it: nothing for an account outside of it. */
function organizationConditions(
  { instance: { organization } }: CallContext,
  accountId: string,
  whose: "Principal" | "Resource" | "Source",
): ConditionValues {
  const path = organization?.pathOf(accountId);
  return path === undefined ? {} : { [`aws:${whose}OrgID`]: organization?.id, [`aws:${whose}OrgPaths`]: [path] };
}

function principalType(caller: Principal): string {
  const names = { root: "Account", user: "User", "role session": "AssumedRole", service: "Service" } as const;
  return names[caller.kind];
}

function tagConditions(prefix: string, tags: ReadonlyMap<string, string> = new Map()): ConditionValues {
  return Object.fromEntries([...tags].map(([key, value]) => [`${prefix}${key}`, value]));
}

/** AWS states times in whole seconds. */
function timestamp(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
