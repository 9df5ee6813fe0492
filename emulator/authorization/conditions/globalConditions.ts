import type { CallContext } from "../../callContext.ts";
import type { Principal } from "../../principal.ts";
import type { ProtectedResource } from "../accessRequest.ts";
import type { ConditionValues } from "./conditionContext.ts";

/** The `aws:` keys of a call. Source: IAM User Guide, "AWS global condition context keys". */
export function globalConditions(context: CallContext, resource: ProtectedResource): ConditionValues {
  const { caller, origin, region, now } = context;
  const via = origin.viaService && `${origin.viaService}.amazonaws.com`;
  return {
    "aws:CalledVia": via && [via],
    "aws:CurrentTime": now.toISOString(),
    "aws:PrincipalAccount": caller.accountId,
    "aws:PrincipalArn": principalArn(caller),
    "aws:PrincipalType": principalType(caller),
    "aws:RequestedRegion": region,
    "aws:ResourceAccount": resource.accountId,
    "aws:SecureTransport": false,
    // A service's own address says nothing about the caller: the key is absent then.
    "aws:SourceIp": via ? undefined : origin.sourceIp,
    "aws:userid": caller.principalId,
    "aws:username": caller.kind === "user" ? caller.userName : undefined,
    "aws:ViaAWSService": via !== undefined,
    ...tagConditions(caller),
  };
}

/** For a session this is the role's ARN, not the session's. */
function principalArn(caller: Principal): string {
  return caller.kind === "role session" ? caller.roleArn : caller.arn;
}

function principalType(caller: Principal): string {
  const names = { root: "Account", user: "User", "role session": "AssumedRole", service: "Service" } as const;
  return names[caller.kind];
}

function tagConditions(caller: Principal): ConditionValues {
  if (caller.kind !== "user" && caller.kind !== "role session") return {};
  return Object.fromEntries([...caller.tags].map(([key, value]) => [`aws:PrincipalTag/${key}`, value]));
}
