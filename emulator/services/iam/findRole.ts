import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { iamAccess } from "./iamAccess.ts";
import { identityArn } from "./identity.ts";
import { boundaryInPlace } from "./permissionsBoundary.ts";
import { noSuchEntity } from "./noSuchEntity.ts";
import { resourceTagConditions } from "./tags.ts";
import type { Role } from "./role.ts";

/** The role of the caller's account with this name. Throws NoSuchEntity. */
export function findRole(context: CallContext, name: string): Role {
  const role = context.account.iam.roles.find(name);
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

/** The permission to do something with a role. AWS asks for it before it tells whether the role exists. */
export function roleAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const role = context.account.iam.roles.find(name);
  return iamAccess(context, action, role?.arn ?? identityArn(context.accountId, "role", "/", name), {
    shownAs: `role ${name}`,
    conditions: { ...resourceTagConditions(role?.tags), ...conditions },
    tags: role?.tags,
  });
}

/** The permission to change the policies of a role: as {@link roleAccess}, and the boundary in place can be a condition. */
export function rolePolicyAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const inPlace = boundaryInPlace(context.account.iam.roles.find(name));
  return roleAccess(context, action, name, { ...inPlace, ...conditions });
}
