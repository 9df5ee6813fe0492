import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { retireGrant } from "../kms/operations/retireGrant.ts";
import { accountOfRole } from "../sts/startRoleSession.ts";
import type { EncryptedEnvironment } from "./environmentEncryption.ts";
import type { FunctionVersion } from "./functionVersion.ts";

/**
 * Gives back the grants of versions that are gone, unless a version that is still there needs them, as the execution role that
 * got them. Whatever KMS answers is passed over, and a role that is gone keeps its grants: a function can be changed and
 * deleted all the same. That Lambda retires its grants is not recorded anywhere; the grants allow it.
 */
export async function retireGrants(
  context: CallContext,
  gone: readonly FunctionVersion[],
  remaining: readonly FunctionVersion[],
): Promise<void> {
  const needed = new Set(remaining.map(({ environment }) => environment?.grantId));
  for (const { functionName, environment } of gone) {
    if (!environment || needed.has(environment.grantId)) continue;
    needed.add(environment.grantId);
    await retire(context, functionName, environment);
  }
}

async function retire(
  context: CallContext,
  sessionName: string,
  { grantedTo, keyArn: KeyId, grantId: GrantId }: EncryptedEnvironment,
): Promise<void> {
  const role = context.instance.findAccount(accountOfRole(grantedTo))?.iam.roleByArn(grantedTo);
  if (!role) return;
  try {
    await context.callAs(role.session({ sessionName }, context.now), retireGrant, { KeyId, GrantId });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
}
