import { tagConditions } from "./tagConditions.ts";
import type { CallContext } from "../../callContext.ts";
import type { Federation, Principal, TokenSession } from "../../principal.ts";
import type { ProtectedResource } from "../accessRequest.ts";
import type { ConditionValues } from "./conditionContext.ts";
import { wholeSeconds } from "../../wholeSeconds.ts";

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
  // The keys of the principal are in signed requests alone.
  if (caller.kind === "web identity") return federationConditions(caller.federation);
  return {
    "aws:PrincipalIsAWSService": caller.kind === "service",
    "aws:PrincipalType": principalTypes[caller.kind],
    "aws:userid": caller.principalId,
    ...(caller.kind === "service" ? serviceConditions(context, caller) : accountConditions(context, caller)),
    ...("tags" in caller ? tagConditions("aws:PrincipalTag/", caller.tags) : {}),
  };
}

type Service = Extract<Principal, { kind: "service" }>;
type InAccount = Exclude<Principal, { kind: "service" | "web identity" }>;

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

function accountConditions(context: CallContext, caller: InAccount): ConditionValues {
  return {
    "aws:PrincipalAccount": caller.accountId,
    // For a session of a role this is the role's ARN, not the session's.
    "aws:PrincipalArn": caller.kind === "role session" ? caller.roleArn : caller.arn,
    ...organizationConditions(context, caller.accountId, "Principal"),
    ...credentialConditions(caller, context.now),
  };
}

function credentialConditions(caller: InAccount, now: Date): ConditionValues {
  switch (caller.kind) {
    case "root":
      return tokenConditions(caller.session, now);
    case "user":
      return { "aws:username": caller.userName, ...tokenConditions(caller.session, now) };
    case "role session":
      return {
        ...tokenConditions(caller, now),
        "aws:SourceIdentity": caller.sourceIdentity,
        "lambda:SourceFunctionArn": caller.sourceFunctionArn,
        ...(caller.federation && federationConditions(caller.federation)),
      };
    case "federated user":
      // GetFederationToken knows no MFA: the key is absent.
      return { "aws:TokenIssueTime": wholeSeconds(caller.issuedAt) };
  }
}

/** Only temporary credentials tell of MFA; requests with long-term keys lack the keys. */
function tokenConditions(session: TokenSession | undefined, now: Date): ConditionValues {
  if (!session) return {};
  const { issuedAt, multiFactorAuthAt: at } = session;
  return {
    "aws:MultiFactorAuthAge": at && Math.floor((now.getTime() - at.getTime()) / 1000),
    "aws:MultiFactorAuthPresent": at !== undefined,
    "aws:TokenIssueTime": wholeSeconds(issuedAt),
  };
}

/** Of whoever comes with a web identity, and of the sessions that were started with one. */
function federationConditions({ provider, claims }: Federation): ConditionValues {
  return { ...claims, "aws:FederatedProvider": provider };
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
    "aws:CurrentTime": wholeSeconds(now),
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

const principalTypes = {
  root: "Account",
  user: "User",
  "role session": "AssumedRole",
  "federated user": "FederatedUser",
  service: "Service",
} as const;
