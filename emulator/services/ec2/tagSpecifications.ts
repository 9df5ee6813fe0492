import type { Tag, TagSpecification } from "@aws-sdk/client-ec2";
import { requestTags } from "../../authorization/conditions/requestTags.ts";
import { valuesOf } from "../../authorization/conditions/conditionContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { invalidValue } from "./errors.ts";

/** The tags that a request gives to what it makes. Throws InvalidParameterValue for tags of something else. */
export function specifiedTags(specifications: readonly TagSpecification[] = [], made: "volume" | "snapshot"): Tag[] {
  return specifications.flatMap(({ ResourceType, Tags = [] }) => {
    if (ResourceType === made) return Tags;
    throw invalidValue(`'${ResourceType ?? "null"}' is not a valid taggable resource type for this operation.`);
  });
}

/**
 * The permissions to make something: that to tag it too, if the request does. Source: EC2 User Guide, "Grant permission to
 * tag Amazon EC2 resources during creation".
 */
export function accessToMake(create: NeededAccess, tags: readonly Tag[]): NeededAccess[] {
  const { action, resource } = create;
  const conditions = valuesOf(create.conditions);
  const making = { ...create, conditions: { ...conditions, ...requestTags(tags) } };
  if (tags.length === 0) return [making];
  const tagging = {
    action: "ec2:CreateTags",
    resource,
    conditions: {
      "ec2:CreateAction": action.slice(action.indexOf(":") + 1),
      "ec2:Region": conditions["ec2:Region"],
      ...requestTags(tags),
    },
  };
  return [making, tagging];
}
