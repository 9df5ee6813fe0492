import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import type { IamStore } from "../../iam/iamStore.ts";
import type { Role } from "../../iam/role.ts";
import { resourceTagConditions } from "../../iam/tags.ts";

/** Sessions that are started from a session last no longer. Source: IAM User Guide, "Role chaining". */
const longestChainedSeconds = 3600;

/** Starts a session of a role whose trust policy lets the caller in. */
export const assumeRole = operation<Input<AssumeRoleCommandInput>, Output<AssumeRoleCommandOutput>>({
  service: "sts",
  name: "AssumeRole",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
  readOnly: true,
  unsupported: [
    "Policy",
    "PolicyArns",
    "Tags",
    "TransitiveTagKeys",
    "SerialNumber",
    "TokenCode",
    "SourceIdentity",
    "ProvidedContexts",
  ],
  audit: {
    response: ({ Credentials, AssumedRoleUser }) => ({
      credentials: {
        accessKeyId: Credentials?.AccessKeyId,
        sessionToken: Credentials?.SessionToken,
        expiration: Credentials?.Expiration?.toISOString(),
      },
      assumedRoleUser: { assumedRoleId: AssumedRoleUser?.AssumedRoleId, arn: AssumedRoleUser?.Arn },
    }),
  },
  access: (context, { RoleArn, RoleSessionName, ExternalId }) => {
    if (context.caller.kind === "root") {
      throw new AwsError("AccessDenied", "Roles may not be assumed by root accounts.", { status: 403 });
    }
    const role = findRole(context, RoleArn)?.role;
    return [
      {
        action: "sts:AssumeRole",
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
          "sts:ExternalId": ExternalId,
          "sts:RoleSessionName": RoleSessionName,
        },
      },
    ];
  },
  run: (context, { RoleArn, RoleSessionName, DurationSeconds = 3600 }) => {
    const found = findRole(context, RoleArn);
    if (!found) throw new Error(`The role ${RoleArn} was authorised, but it does not exist.`);
    const { role, iam } = found;
    checkDuration(context, role, DurationSeconds);
    const session = iam.addSession(role, RoleSessionName, DurationSeconds);
    const { arn, principalId } = role.session(RoleSessionName, context.now);
    return {
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.token,
        Expiration: session.expiresAt,
      },
      AssumedRoleUser: { AssumedRoleId: principalId, Arn: arn },
    };
  },
});

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
