import type { Tag } from "@aws-sdk/client-cloudtrail";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";
import type { Trail } from "./trail.ts";

/** How many tags a trail has. Source: CloudTrail API Reference, AddTags. */
const tagsOfTrail = 50;

/** The tags of a trail with others, which may change their values. Throws TagsLimitExceededException. */
export function tagsWith(
  existing: ReadonlyMap<string, string> | undefined,
  added: readonly Input<Tag>[],
): ReadonlyMap<string, string> {
  const pairs = added.map(({ Key, Value = "" }) => [Key, Value] as const);
  const tags = new Map([...(existing ?? []), ...pairs]);
  if (tags.size <= tagsOfTrail) return tags;
  throw new AwsError("TagsLimitExceededException", `A trail has at most ${tagsOfTrail} tags, not ${tags.size}.`);
}

export function shownTags({ tags }: Trail): Tag[] {
  return [...(tags ?? [])].map(([Key, Value]) => ({ Key, Value }));
}
