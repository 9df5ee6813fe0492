import { tagConditions } from "../../../authorization/conditions/tagConditions.ts";
import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { boundaryInPlace } from "../policies/permissionsBoundary.ts";
import type { User } from "./user.ts";

/** The user of the caller's account with this name. Throws NoSuchEntity. */
export function findUser(context: CallContext, name: string): User {
  const user = context.account.iam.users.find(name);
  if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}

/**
 * The name of the user that a request is about: the one it states, or the caller. Throws a ValidationError where it
 * states none and the caller is no user.
 */
export function userNameOrCaller({ caller }: CallContext, stated: string | undefined): string {
  if (stated !== undefined) return stated;
  if (caller.kind === "user") return caller.userName;
  if (caller.kind === "root") {
    throw new AwsError(
      "ValidationError",
      "The embedded AWS does not keep credentials of the root user: state UserName.",
    );
  }
  throw new AwsError("ValidationError", "Must specify userName when calling with non-User credentials");
}

/** Whether the root user asks for what is its own. */
export function isRootAskingForItself({ caller }: CallContext, stated: string | undefined): boolean {
  return stated === undefined && caller.kind === "root";
}

/** The user whose credentials a list shows; nothing for the root user's own, of which the embedded AWS has none. */
export function listedOwner(context: CallContext, stated: string | undefined): User | undefined {
  return isRootAskingForItself(context, stated) ? undefined : findUser(context, userNameOrCaller(context, stated));
}

/** The permission to list the credentials of {@link listedOwner}, or to see who that is. */
export function listedOwnerAccess(
  context: CallContext,
  action: string,
  stated: string | undefined,
): readonly NeededAccess[] {
  return isRootAskingForItself(context, stated)
    ? iamAccess(context, action, context.caller.arn)
    : userAccess(context, action, userNameOrCaller(context, stated));
}

/** The permission to do something with a user. AWS asks for it before it tells whether the user exists. */
export function userAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const user = context.account.iam.users.find(name);
  return iamAccess(context, action, user?.arn ?? identityArn(context.accountId, "user", "/", name), {
    shownAs: `user ${name}`,
    conditions: { ...tagConditions("iam:ResourceTag/", user?.tags), ...conditions },
    tags: user?.tags,
  });
}

/** The permission to change the policies of a user: as {@link userAccess}, and the boundary in place can be a condition. */
export function userPolicyAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const inPlace = boundaryInPlace(context.account.iam.users.find(name));
  return userAccess(context, action, name, { ...inPlace, ...conditions });
}
