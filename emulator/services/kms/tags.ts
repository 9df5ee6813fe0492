import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { requestTags } from "../../authorization/conditions/requestTags.ts";
import { AwsError } from "../../awsError.ts";

/** A tag as KMS requests carry it; here members have capital letters and prefixes of their own. */
export interface KmsTag {
  readonly TagKey: string;
  readonly TagValue: string;
}

/** Source: KMS Developer Guide, "Quotas". */
const maximumTags = 50;

/** Tags with others, which may change their values. Throws TagException in recorded words. */
export function tagsWith(
  existing: ReadonlyMap<string, string> | undefined,
  added: readonly KmsTag[],
): ReadonlyMap<string, string> {
  const names = added.map(({ TagKey }) => TagKey);
  if (new Set(names).size < names.length) throw new AwsError("TagException", "Duplicate tag keys");
  if (names.some((name) => name.toLowerCase().startsWith("aws:"))) {
    throw new AwsError("TagException", "Tags beginning with aws: are reserved");
  }
  const merged = new Map([...(existing ?? []), ...added.map(({ TagKey, TagValue }) => [TagKey, TagValue] as const)]);
  if (merged.size > maximumTags) throw new AwsError("TagException", "Too many tags");
  return merged;
}

/** The condition keys of a request that carries tags. */
export function requestTagConditions(tags: readonly KmsTag[]): ConditionValues {
  return requestTags(tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })));
}
