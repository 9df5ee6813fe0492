import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import { provedDevice } from "../multiFactor.ts";
import { auditedRoleSession, roleSessionAccess, startRoleSession } from "../startRoleSession.ts";

/** Starts a session of a role whose trust policy lets the caller in. */
export const assumeRole = operation<Input<AssumeRoleCommandInput>, Output<AssumeRoleCommandOutput>>({
  service: "sts",
  name: "AssumeRole",
  documentation: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
  readOnly: true,
  unsupported: ["ProvidedContexts"],
  audit: { response: auditedRoleSession },
  access: (context, input) => {
    if (context.caller.kind === "root") {
      throw new AwsError("AccessDenied", "Roles may not be assumed by root accounts.", { status: 403 });
    }
    const isProved = provedDevice(context, input) !== undefined;
    const needed = roleSessionAccess(context, "sts:AssumeRole", input);
    return isProved ? needed.map(withMultiFactor) : needed;
  },
  run: startRoleSession,
});

/** The request tells of MFA, and the session that it starts does not. Source: IAM User Guide, "Secure API access with MFA". */
function withMultiFactor(access: NeededAccess): NeededAccess {
  const multiFactor = { "aws:MultiFactorAuthPresent": true, "aws:MultiFactorAuthAge": 0 };
  return { ...access, conditions: { ...access.conditions, ...multiFactor } };
}
