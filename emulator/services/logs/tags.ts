import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { requestTags } from "../../authorization/conditions/requestTags.ts";
import { AwsError } from "../../awsError.ts";
import { tagList } from "../../tagList.ts";
import type { LogGroup } from "./logGroup.ts";

/** How many tags a log group has. Source: CloudWatch Logs API Reference, TagResource. */
const maximumTags = 50;

/** Tags a log group, or gives its tags other values. Throws TooManyTagsException. */
export function addTags({ tags, arn }: LogGroup, added: Readonly<Record<string, string>>): void {
  const keys = new Set([...tags.keys(), ...Object.keys(added)]);
  if (keys.size > maximumTags) {
    throw new AwsError("TooManyTagsException", `A log group has at most ${maximumTags} tags, not ${keys.size}.`, {
      members: { resourceName: arn },
    });
  }
  for (const [key, value] of Object.entries(added)) tags.set(key, value);
}

/** The condition values of tags that a request states as a map. */
export function requestedTags(tags: Readonly<Record<string, string>> | undefined): ConditionValues {
  return requestTags(tagList(tags));
}
