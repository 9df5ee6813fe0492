import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import type { IamStore } from "../../iam/iamStore.ts";
import type { Role } from "../../iam/roles/role.ts";
import { resourceTagConditions } from "../../iam/tags.ts";
import { packedPolicySize, readSessionPolicies } from "../sessionPolicies.ts";
import { sessionTagConditions, sessionTags } from "../sessionTags.ts";

type AssumeRoleInput = Input<AssumeRoleCommandInput>;

/** Sessions that are started from a session last no longer. Source: IAM User Guide, "Role chaining". */
const longestChainedSeconds = 3600;

/** Starts a session of a role whose trust policy lets the caller in. */
export const assumeRole = operation<AssumeRoleInput, Output<AssumeRoleCommandOutput>>({
  service: "sts",
  name: "AssumeRole",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
  readOnly: true,
  unsupported: ["SerialNumber", "TokenCode", "ProvidedContexts"],
  audit: {
    response: ({ Credentials, AssumedRoleUser, SourceIdentity }) => ({
      credentials: {
        accessKeyId: Credentials?.AccessKeyId,
        sessionToken: Credentials?.SessionToken,
        expiration: Credentials?.Expiration?.toISOString(),
      },
      assumedRoleUser: { assumedRoleId: AssumedRoleUser?.AssumedRoleId, arn: AssumedRoleUser?.Arn },
      ...(SourceIdentity === undefined ? {} : { sourceIdentity: SourceIdentity }),
    }),
  },
  access: (context, input) => {
    if (context.caller.kind === "root") {
      throw new AwsError("AccessDenied", "Roles may not be assumed by root accounts.", { status: 403 });
    }
    return [
      roleAccess(context, input, "sts:AssumeRole"),
      ...(input.Tags?.length ? [roleAccess(context, input, "sts:TagSession")] : []),
      ...(input.SourceIdentity === undefined ? [] : [roleAccess(context, input, "sts:SetSourceIdentity")]),
    ];
  },
  run: (context, input) => {
    const { RoleArn, RoleSessionName: sessionName, DurationSeconds = 3600 } = input;
    const found = findRole(context, RoleArn);
    if (!found) throw new Error(`The role ${RoleArn} was authorised, but it does not exist.`);
    const { role, iam } = found;
    checkDuration(context, role, DurationSeconds);
    const sessionPolicies = readSessionPolicies(iam, input);
    const tags = sessionTags(context.caller, input);
    const PackedPolicySize = packedPolicySize(input, tags.tags);
    const sourceIdentity = sourceIdentityOf(context, input);
    const facts = { sessionName, sessionPolicies, ...tags, sourceIdentity };
    const session = iam.addSession(role, facts, DurationSeconds);
    const { arn, principalId } = role.session(facts, context.now);
    return {
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.token,
        Expiration: session.expiresAt,
      },
      AssumedRoleUser: { AssumedRoleId: principalId, Arn: arn },
      PackedPolicySize,
      SourceIdentity: sourceIdentity,
    };
  },
});

/** The permission to start a session of a role, to tag it, or to say whom it works for. The trust policy must give each. */
function roleAccess(context: CallContext, input: AssumeRoleInput, action: string): NeededAccess {
  const { RoleArn, RoleSessionName, ExternalId, SourceIdentity } = input;
  const role = findRole(context, RoleArn)?.role;
  return {
    action,
    // A role that does not exist lets nobody in, so that both answers are the same.
    resource: {
      arn: RoleArn,
      accountId: accountOf(RoleArn),
      type: "AWS::IAM::Role",
      policy: role && { name: "trust policy", policy: role.trustPolicy },
      policyIsRequired: true,
      tags: role?.tags,
    },
    conditions: {
      ...resourceTagConditions(role?.tags),
      ...(action === "sts:SetSourceIdentity" ? {} : sessionTagConditions(input)),
      ...(action === "sts:AssumeRole" ? { "sts:ExternalId": ExternalId, "sts:RoleSessionName": RoleSessionName } : {}),
      "sts:SourceIdentity": action === "sts:TagSession" ? undefined : SourceIdentity,
    },
  };
}

/** A session hands its source identity on; it cannot be changed on the way. */
function sourceIdentityOf({ caller }: CallContext, { SourceIdentity: stated }: AssumeRoleInput): string | undefined {
  const inherited = caller.kind === "role session" ? caller.sourceIdentity : undefined;
  if (inherited !== undefined && stated !== undefined && stated !== inherited) {
    throw new AwsError("AccessDenied", "The source identity of a session cannot be changed.", { status: 403 });
  }
  return inherited ?? stated;
}

/** The account that a role's ARN names. Throws a ValidationError for what is no role's ARN. */
function accountOf(roleArn: string): string {
  const accountId = /^arn:aws:iam::(\d{12}):role\/.+$/.exec(roleArn)?.[1];
  if (accountId === undefined) throw new AwsError("ValidationError", `${roleArn} is invalid`);
  return accountId;
}

function findRole({ instance }: CallContext, roleArn: string): { role: Role; iam: IamStore } | undefined {
  const iam = instance.findAccount(accountOf(roleArn))?.iam;
  const role = iam?.roleByArn(roleArn);
  return iam && role && { role, iam };
}

/** In AWS's order: the role's own maximum first. */
function checkDuration({ caller }: CallContext, role: Role, seconds: number): void {
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
