import { valuesOf } from "../../../authorization/conditions/conditionContext.ts";
import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { provesDevice, useCode } from "../multiFactor.ts";
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
    const needed = roleSessionAccess(context, "sts:AssumeRole", input);
    if (!provesDevice(context, input)) return needed;
    return needed.map((access) => ({ ...access, conditions: { ...valuesOf(access.conditions), ...proved } }));
  },
  run: (context, input) => {
    useCode(context, input);
    return startRoleSession(context, input);
  },
});

/** The proof is in this request alone: the session that it starts does not tell of it. */
const proved = { "aws:MultiFactorAuthPresent": true, "aws:MultiFactorAuthAge": 0 };
