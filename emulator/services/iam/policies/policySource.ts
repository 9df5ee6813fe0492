import type { CallContext } from "../../../callContext.ts";
import type { Identity } from "../identity.ts";
import { noSuchEntity } from "../noSuchEntity.ts";

/** The user, role or group whose policies a request is about. Throws NoSuchEntity. */
export function findPolicySource({ account }: CallContext, arn: string): Identity {
  const identity = account.iam.identityByArn(arn);
  if (!identity) throw noSuchEntity(`The entity ${arn} cannot be found.`);
  return identity;
}
