import { GetRoleCommand } from "@aws-sdk/client-iam";
import { isRoleSession } from "../infra/rules/roleSession.ts";
import type { Session } from "../scenarios/contract/session.ts";

/**
 * The ARN by which a policy names somebody: their own, and for the session of a role that of the role, which IAM is asked for
 * because a session's ARN lacks the role's path. Source: IAM User Guide, "IAM identifiers".
 */
export async function policyArnOf(arn: string, { iam }: Session): Promise<string> {
  if (!isRoleSession(arn)) return arn;
  const [, RoleName] = arn.split("/");
  const { Role: role } = await iam.send(new GetRoleCommand({ RoleName }));
  return role?.Arn ?? arn;
}
