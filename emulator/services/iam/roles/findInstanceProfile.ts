import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import type { InstanceProfile } from "./instanceProfile.ts";

/** The instance profile of the caller's account with this name. Throws NoSuchEntity. */
export function findInstanceProfile({ account }: CallContext, name: string): InstanceProfile {
  const profile = account.iam.instanceProfiles.find(name);
  if (!profile) throw noSuchEntity(`Instance Profile ${name} cannot be found.`);
  return profile;
}

/** The permission to do something with an instance profile. AWS asks for it before it tells whether there is one. */
export function instanceProfileAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const profile = context.account.iam.instanceProfiles.find(name);
  const arn = profile?.arn ?? instanceProfileArn(context, "/", name);
  return iamAccess(context, action, arn, { shownAs: `instance profile ${name}`, conditions, tags: profile?.tags });
}

/** Source: IAM User Guide, "IAM identifiers". */
export function instanceProfileArn({ accountId }: CallContext, path: string, name: string): string {
  return `arn:aws:iam::${accountId}:instance-profile${path}${name}`;
}
