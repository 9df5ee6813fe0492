import type { Group as ShownGroup } from "@aws-sdk/client-iam";
import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import type { Group } from "./group.ts";

/** The group of the caller's account with this name. Throws NoSuchEntity. */
export function findGroup(context: CallContext, name: string): Group {
  const group = context.account.iam.groups.find(name);
  if (!group) throw noSuchEntity(`The group with name ${name} cannot be found.`);
  return group;
}

/** The permission to do something with a group. AWS asks for it before it tells whether the group exists. */
export function groupAccess(
  context: CallContext,
  action: string,
  name: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const group = context.account.iam.groups.find(name);
  const arn = group?.arn ?? identityArn(context.accountId, "group", "/", name);
  return iamAccess(context, action, arn, { shownAs: `group ${name}`, conditions });
}

/** A group as answers state it. */
export function shownGroup({ path, name, id, arn, createdAt }: Group): ShownGroup {
  return { Path: path, GroupName: name, GroupId: id, Arn: arn, CreateDate: createdAt };
}
