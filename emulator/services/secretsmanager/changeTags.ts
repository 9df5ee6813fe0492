import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { callerMay } from "../../authorization/callerMay.ts";
import type { Secret } from "./secret.ts";

/**
 * Gives a secret other tags. Throws AccessDeniedException, and changes nothing, if the caller could not do the same again.
 * Source: Secrets Manager API Reference, TagResource: "losing your permissions". Which permissions are meant, and the message,
 * are not recorded anywhere.
 *
 * @param access what the caller needs, by the tags that the secret has when it is called
 */
export function changeTags(
  context: CallContext,
  secret: Secret,
  tags: ReadonlyMap<string, string> | undefined,
  access: () => NeededAccess,
): void {
  const before = secret.tags;
  secret.tags = tags;
  if (callerMay(context, access())) {
    secret.lastChangedAt = context.now;
    return;
  }
  secret.tags = before;
  throw new AwsError(
    "AccessDeniedException",
    `These tags would take ${access().action} on the secret from you. Change the policies that speak of its tags first.`,
  );
}
