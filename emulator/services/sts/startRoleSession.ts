import type { AssumeRoleCommandOutput } from "@aws-sdk/client-sts";
import { tagConditions } from "../../authorization/conditions/tagConditions.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import type { Principal, ServicePrincipal } from "../../principal.ts";
import type { IamStore } from "../iam/iamStore.ts";
import type { Role } from "../iam/roles/role.ts";
import { packedPolicySize, readSessionPolicies, type StatedSessionPolicies } from "./sessionPolicies.ts";
import { sessionTagConditions, sessionTags, type StatedSessionTags } from "./sessionTags.ts";
import { auditedCredentials, issueCredentials } from "./temporaryCredentials.ts";

/** A session of a role that somebody wants to start. */
export interface RoleSessionRequest extends StatedSessionPolicies, StatedSessionTags {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly DurationSeconds?: number;
  readonly ExternalId?: string;
  readonly SourceIdentity?: string;
}

/** Sessions that are started from a session last no longer. Source: IAM User Guide, "Role chaining". */
const longestChainedSeconds = 3600;

/** The permissions to start a session, to tag it, and to say whom it works for. The trust policy must give each. */
export function roleSessionAccess(context: CallContext, action: string, request: RoleSessionRequest): NeededAccess[] {
  const { RoleArn, RoleSessionName, ExternalId, SourceIdentity } = request;
  const role = findRole(context, RoleArn)?.role;
  const trustPolicy = role && context.instance.visibility.see("trustPolicy", role.id, role.trustPolicy);
  // A role that does not exist lets nobody in, so that both answers are the same.
  const resource = {
    arn: RoleArn,
    accountId: accountOfRole(RoleArn),
    type: "AWS::IAM::Role",
    policy: trustPolicy && { name: "trust policy", policy: trustPolicy },
    policyIsRequired: true,
    tags: role?.tags,
  };
  const ofRole = tagConditions("iam:ResourceTag/", role?.tags);
  const ofTags = sessionTagConditions(request);
  const ofSource = { "sts:SourceIdentity": SourceIdentity };
  const ofSession = { "sts:ExternalId": ExternalId, "sts:RoleSessionName": RoleSessionName };
  const start = { action, resource, conditions: { ...ofRole, ...ofTags, ...ofSession, ...ofSource } };
  const tag = { action: "sts:TagSession", resource, conditions: { ...ofRole, ...ofTags } };
  const name = { action: "sts:SetSourceIdentity", resource, conditions: { ...ofRole, ...ofSource } };
  return [start, ...(request.Tags?.length ? [tag] : []), ...(SourceIdentity === undefined ? [] : [name])];
}

/**
 * Starts a session of a role that has been authorised, and makes its temporary credentials. It ends at once with the role,
 * and no namesake of the role brings it back. Throws ValidationError, and what session policies and tags throw.
 */
export function startRoleSession(context: CallContext, request: RoleSessionRequest) {
  const { RoleArn, RoleSessionName: sessionName, DurationSeconds = 3600 } = request;
  const { caller, instance, now: issuedAt } = context;
  const found = findRole(context, RoleArn);
  if (!found) throw new Error(`The role ${RoleArn} was authorised, but it does not exist.`);
  const { role, iam } = found;
  checkDuration(caller, role, DurationSeconds);
  const sessionPolicies = readSessionPolicies(iam, request);
  const tags = sessionTags(caller, request);
  const PackedPolicySize = packedPolicySize(request, tags.tags);
  const sourceIdentity = sourceIdentityOf(caller, request);
  const federation = caller.kind === "web identity" ? caller.federation : undefined;
  const multiFactorAuthAt = caller.kind === "user" ? caller.session?.multiFactorAuthAt : undefined;
  const sourceFunctionArn = isLambda(caller) ? caller.sourceArn : undefined;
  const ofCaller = { sourceIdentity, federation, multiFactorAuthAt, sourceFunctionArn };
  const facts = { sessionName, sessionPolicies, ...tags, ...ofCaller };
  const used = (_service: string, region: string) => {
    role.lastUsed = { at: instance.clock.now(), region };
  };
  const Credentials = issueCredentials(instance, role.accountId, DurationSeconds, () =>
    iam.roles.find(role.name) === role ? { principal: role.session(facts, issuedAt), used } : undefined,
  );
  const { arn: Arn, principalId: AssumedRoleId } = role.session(facts, issuedAt);
  return { Credentials, AssumedRoleUser: { AssumedRoleId, Arn }, PackedPolicySize, SourceIdentity: sourceIdentity };
}

/** What CloudTrail shows of a session that was started. */
export function auditedRoleSession({
  Credentials,
  AssumedRoleUser,
  SourceIdentity,
}: Pick<AssumeRoleCommandOutput, "Credentials" | "AssumedRoleUser" | "SourceIdentity">): object {
  return {
    credentials: auditedCredentials(Credentials),
    assumedRoleUser: { assumedRoleId: AssumedRoleUser?.AssumedRoleId, arn: AssumedRoleUser?.Arn },
    ...(SourceIdentity === undefined ? {} : { sourceIdentity: SourceIdentity }),
  };
}

/** The account that a role's ARN names. Throws a ValidationError for what is no role's ARN. */
export function accountOfRole(roleArn: string): string {
  const accountId = /^arn:aws:iam::(\d{12}):role\/.+$/.exec(roleArn)?.[1];
  if (accountId === undefined) throw new AwsError("ValidationError", `${roleArn} is invalid`);
  return accountId;
}

function findRole({ instance }: CallContext, roleArn: string): { role: Role; iam: IamStore } | undefined {
  const iam = instance.findAccount(accountOfRole(roleArn))?.iam;
  const role = iam?.roleByArn(roleArn);
  return iam && role && { role, iam };
}

function isLambda(caller: Principal): caller is ServicePrincipal {
  return caller.kind === "service" && caller.invokedBy === "lambda.amazonaws.com";
}

/** A session hands its source identity on; it cannot be changed on the way. */
function sourceIdentityOf(caller: Principal, { SourceIdentity: stated }: RoleSessionRequest): string | undefined {
  const inherited = caller.kind === "role session" ? caller.sourceIdentity : undefined;
  if (inherited !== undefined && stated !== undefined && stated !== inherited) {
    throw new AwsError("AccessDenied", "The source identity of a session cannot be changed.", { status: 403 });
  }
  return inherited ?? stated;
}

/** In AWS's order: the role's own maximum first. */
function checkDuration(caller: Principal, role: Role, seconds: number): void {
  if (seconds > role.maxSessionDuration) {
    throw new AwsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
  }
  if (caller.kind === "role session" && seconds > longestChainedSeconds) {
    throw new AwsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
    );
  }
}
