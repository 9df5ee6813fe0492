import type { CallContext } from "../../callContext.ts";
import type { Instance } from "../../instance.ts";
import type { NeededAccess, Operation } from "../../operation.ts";
import type { Principal } from "../../principal.ts";
import { passRoleAccess } from "../iam/roles/findRole.ts";
import { assumeRole } from "../sts/operations/assumeRole.ts";
import type { LogDestination } from "./trail.ts";

/** How calls are made, within a request or as the clock drives them. */
export interface Calls {
  readonly instance: Instance;
  asCloudTrail<Input, Output extends object>(operation: Operation<Input, Output>, input: Input): Promise<Output>;
  as<Input, Output extends object>(
    bearer: Principal,
    operation: Operation<Input, Output>,
    input: Input,
  ): Promise<Output>;
}

/** Whom CloudTrail writes to a log group as. */
const sessionName = "CLOUDWATCH_LOGS_DELIVERY_SESSION";

const roleExpression = /^arn:aws:iam::\d{12}:role\/(?:.+\/)?([^/]+)$/;

/** The permission to hand CloudTrail the role that it writes to a log group with; nothing for what is no role. */
export function passedRoleAccess(context: CallContext, roleArn = ""): readonly NeededAccess[] {
  const name = roleExpression.exec(roleArn)?.[1];
  return name === undefined ? [] : passRoleAccess(context, name, "cloudtrail.amazonaws.com");
}

/** Starts a session of the role, as CloudTrail. Throws what STS answers. */
export async function startLogSession(calls: Calls, { roleArn }: LogDestination): Promise<Principal> {
  const { Credentials } = await calls.asCloudTrail(assumeRole, { RoleArn: roleArn, RoleSessionName: sessionName });
  const principal = Credentials?.AccessKeyId && calls.instance.credentials.find(Credentials.AccessKeyId)?.principal;
  if (!principal) throw new Error("STS has started a session without credentials.");
  return principal;
}
