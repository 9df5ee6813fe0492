import type { CallContext } from "../../callContext.ts";
import { findLivingSecret } from "./findSecret.ts";
import { refuseReplica } from "./refuseReplica.ts";
import { synchronize } from "./replication.ts";
import type { Secret } from "./secret.ts";

/**
 * Finds a secret and changes it, and its replicas after it: every operation that changes a secret goes through here.
 * Throws ResourceNotFoundException, InvalidRequestException for a secret that is scheduled for deletion, and
 * InvalidParameterException for a replica.
 */
export async function changeSecret<Result>(
  context: CallContext,
  secretId: string,
  change: (secret: Secret) => Result | Promise<Result>,
): Promise<Result> {
  const secret = findLivingSecret(context, secretId);
  refuseReplica(secret);
  const result = await change(secret);
  await synchronize(context, secret);
  return result;
}
