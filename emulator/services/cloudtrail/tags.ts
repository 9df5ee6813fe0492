import type { Tag } from "@aws-sdk/client-cloudtrail";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";
import type { Trail } from "./trail.ts";

/** How many tags a trail has. Source: CloudTrail API Reference, AddTags. */
const tagsOfTrail = 50;

/** The condition values of a request that states tags. */
export function requestTags(tags: readonly Input<Tag>[] = []): Readonly<Record<string, readonly string[]>> {
  if (tags.length === 0) return {};
  const values = tags.map(({ Key, Value = "" }) => [`aws:RequestTag/${Key}`, [Value]] as const);
  return { ...Object.fromEntries(values), "aws:TagKeys": tags.map(({ Key }) => Key) };
}

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
