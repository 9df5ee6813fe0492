import type { Tag } from "@aws-sdk/client-cloudtrail";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";

/** How many tags a trail has. Source: CloudTrail API Reference, AddTags. */
const tagsOfTrail = 50;

/** The condition values of a request that states tags. */
export function requestTags(tags: readonly Input<Tag>[] = []): Readonly<Record<string, readonly string[]>> {
  if (tags.length === 0) return {};
  const values = tags.map(({ Key, Value = "" }) => [`aws:RequestTag/${Key}`, [Value]] as const);
  return { ...Object.fromEntries(values), "aws:TagKeys": tags.map(({ Key }) => Key) };
}

/** Throws TagsLimitExceededException, and changes nothing then. */
export function addTagsTo(tags: Map<string, string>, added: readonly Input<Tag>[]): void {
  const keys = new Set([...tags.keys(), ...added.map(({ Key }) => Key)]);
  if (keys.size > tagsOfTrail) {
    throw new AwsError("TagsLimitExceededException", `A trail has at most ${tagsOfTrail} tags, not ${keys.size}.`);
  }
  for (const { Key, Value = "" } of added) tags.set(Key, Value);
}

/** Throws TagsLimitExceededException. */
export function tagMap(stated: readonly Input<Tag>[] = []): Map<string, string> {
  const tags = new Map<string, string>();
  addTagsTo(tags, stated);
  return tags;
}

export function shownTags(tags: ReadonlyMap<string, string>): Tag[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}
