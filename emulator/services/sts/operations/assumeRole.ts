import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
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
    provedDevice(input);
    return roleSessionAccess(context, "sts:AssumeRole", input);
  },
  run: startRoleSession,
});
