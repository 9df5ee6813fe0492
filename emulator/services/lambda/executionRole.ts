import type { AssumeRoleCommandInput, Credentials as StsCredentials } from "@aws-sdk/client-sts";
import { callerMay } from "../../authorization/callerMay.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Input, NeededAccess } from "../../operation.ts";
import { servicePrincipal, type Principal } from "../../principal.ts";
import { passRoleAccess } from "../iam/roles/findRole.ts";
import { assumeRole } from "../sts/operations/assumeRole.ts";
import { roleSessionAccess } from "../sts/startRoleSession.ts";
import { invalidParameterValue, lambdaError } from "./lambdaError.ts";

/** The temporary credentials of a function, and whom they speak for. */
export interface RoleSession {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly principal: Principal;
}

/** The permission to hand a role to Lambda. Throws AccessDeniedException for a role of another account, as AWS does. */
export function passedRoleAccess(context: CallContext, roleArn: string): readonly NeededAccess[] {
  const { accountId, name } = partsOf(roleArn);
  if (accountId !== context.accountId) {
    throw lambdaError("AccessDeniedException", "Cross-account pass role is not allowed.");
  }
  return passRoleAccess(context, name, "lambda.amazonaws.com");
}

/**
 * Throws InvalidParameterValueException unless the role exists and its trust policy lets Lambda in.
 * Source of the message: public transcripts.
 */
export function requireAssumable(context: CallContext, roleArn: string, functionArn: string): void {
  const lambda = servicePrincipal("lambda", context.region, context.accountId, functionArn);
  const needed = roleSessionAccess(context, "sts:AssumeRole", { RoleArn: roleArn, RoleSessionName: "lambda" });
  if (needed.every((access) => callerMay(context.as(lambda), access))) return;
  throw invalidParameterValue(cannotBeAssumed);
}

/** Starts a session of the execution role, as Lambda. Throws AccessDeniedException if the role does not let it. */
export async function startSession(
  context: CallContext,
  roleArn: string,
  { functionArn, functionName }: { readonly functionArn: string; readonly functionName: string },
): Promise<RoleSession> {
  const { AccessKeyId, SecretAccessKey, SessionToken } = await credentialsOf(context, functionArn, {
    RoleArn: roleArn,
    RoleSessionName: functionName,
  });
  const principal = AccessKeyId === undefined ? undefined : context.instance.credentials.find(AccessKeyId)?.principal;
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !principal) {
    throw new Error("STS has started a session without credentials.");
  }
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, principal };
}

async function credentialsOf(
  context: CallContext,
  functionArn: string,
  request: Input<AssumeRoleCommandInput>,
): Promise<Partial<StsCredentials>> {
  try {
    const { Credentials = {} } = await context.callAsService("lambda", assumeRole, request, functionArn);
    return Credentials;
  } catch (error) {
    throw error instanceof AwsError ? lambdaError("AccessDeniedException", cannotBeAssumed) : error;
  }
}

/** ARN of the session that a function runs in: it is named like the function. */
export function sessionArn(roleArn: string, functionName: string): string {
  const { accountId, name } = partsOf(roleArn);
  return `arn:aws:sts::${accountId}:assumed-role/${name}/${functionName}`;
}

const cannotBeAssumed = "The role defined for the function cannot be assumed by Lambda.";

/** The API model has checked that it is a role's ARN; a path comes before the name. */
function partsOf(roleArn: string): { readonly accountId: string; readonly name: string } {
  const [, , , , accountId = ""] = roleArn.split(":");
  return { accountId, name: roleArn.slice(roleArn.lastIndexOf("/") + 1) };
}
