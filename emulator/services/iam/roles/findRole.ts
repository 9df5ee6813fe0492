import { tagConditions } from "../../../authorization/conditions/tagConditions.ts";
import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { boundaryInPlace } from "../policies/permissionsBoundary.ts";
import type { Role } from "./role.ts";

/** The role of the caller's account with this name. Throws NoSuchEntity. */
export function findRole(context: CallContext, name: string): Role {
  const role = context.account.iam.roles.find(name);
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

/** The role, to be changed. Throws NoSuchEntity, or UnmodifiableEntity for one that is linked to a service. */
export function findModifiableRole(context: CallContext, name: string): Role {
  const role = findRole(context, name);
  if (role.linkedTo === undefined) return role;
  throw new AwsError(
    "UnmodifiableEntity",
    `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`,
  );
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
    conditions: { ...tagConditions("iam:ResourceTag/", role?.tags), ...conditions },
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

/** The permission to hand a role to a service, for example `ec2.amazonaws.com`. */
export function passRoleAccess(context: CallContext, name: string, service: string): readonly NeededAccess[] {
  return roleAccess(context, "PassRole", name, { "iam:PassedToService": service }).map(({ resource, ...needed }) => ({
    ...needed,
    resource: { ...resource, shownAs: undefined },
  }));
}
