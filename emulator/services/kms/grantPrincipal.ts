import { principalResolver } from "../../authorization/principalResolver.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";

/** A principal that a grant names, tied to its unique id where it has one. */
export interface GrantPrincipal {
  readonly principal: string;
  readonly uniqueId?: string;
}

/**
 * Reads the grantee or retiring principal of a new grant: an account, user, role or session; a service only when a
 * service asks, on a caller's behalf or its own. Throws InvalidArnException.
 */
export function grantPrincipal(context: CallContext, principal: string): GrantPrincipal {
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com$/.test(principal)) {
    if (context.origin.viaService !== undefined) return { principal };
    throw invalidPrincipal(principal);
  }
  if (/^arn:aws:iam::\d{12}:root$/.test(principal)) return { principal };
  if (/^arn:aws:sts::\d{12}:federated-user\/[^/]+$/.test(principal)) return { principal };
  const uniqueId = uniqueIdOf(context, principal);
  if (uniqueId === undefined) throw invalidPrincipal(principal);
  return { principal, uniqueId };
}

/** How a grant's principal is shown: by its unique id once nobody of that id bears the name any more. */
export function shownPrincipal(context: CallContext, principal: string, uniqueId: string | undefined): string {
  if (uniqueId === undefined) return principal;
  return uniqueIdOf(context, principal) === uniqueId ? principal : uniqueId;
}

/** The unique id of a user or role, or of a session of a role: `<role's unique id>:<session name>`. */
function uniqueIdOf({ instance }: CallContext, principal: string): string | undefined {
  if (/^arn:aws:iam::\d{12}:(?:user|role)\//.test(principal)) return principalResolver(instance)(principal);
  const session = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(principal);
  const [, accountId = "", roleName = "", name = ""] = session ?? [];
  const role = instance.findAccount(accountId)?.iam.roles.find(roleName);
  return role && `${role.id}:${name}`;
}

function invalidPrincipal(principal: string): AwsError {
  return new AwsError("InvalidArnException", `ARN does not refer to a valid principal: ${principal}`);
}
