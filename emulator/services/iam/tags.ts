import type { Tag } from "@aws-sdk/client-iam";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../awsError.ts";
import { limitExceeded } from "./limitExceeded.ts";
import { page, type PageRequest, type Truncation } from "./page.ts";

/** A tag as a request states it: the model has checked that both are there. */
export interface StatedTag {
  readonly Key: string;
  readonly Value: string;
}

/** Tags of one resource. Source: IAM User Guide, "Tags for IAM resources". */
const maximumTags = 50;

/**
 * Whether the case of keys matters: for users and roles it does not, for everything else it does.
 * Source: IAM User Guide, "Tags for IAM resources", and recorded answers of real AWS about policies.
 */
export type KeyCase = "ignored" | "matters";

/** The tags of something new. Throws InvalidInput or LimitExceeded. */
export function newTags(stated: readonly StatedTag[] = [], keyCase: KeyCase = "ignored"): Map<string, string> {
  const tags = new Map<string, string>();
  addTags(tags, stated, keyCase);
  return tags;
}

/** Adds tags or gives them new values. Nothing is changed if an error is thrown: InvalidInput or LimitExceeded. */
export function addTags(tags: Map<string, string>, stated: readonly StatedTag[], keyCase: KeyCase = "ignored"): void {
  const keys = new Set(stated.map(({ Key }) => comparable(Key, keyCase)));
  if (keys.size < stated.length) throw new AwsError("InvalidInput", duplicateKeys[keyCase]);
  if (stated.some(({ Key }) => Key.toLowerCase().startsWith("aws:"))) {
    throw new AwsError("InvalidInput", "Tag keys beginning with aws: are reserved for system use.");
  }
  const known = [...tags.keys()].map((key) => comparable(key, keyCase));
  if (new Set([...known, ...keys]).size > maximumTags) {
    throw limitExceeded("The number of tags has reached the maximum limit.");
  }
  removeTags(
    tags,
    stated.map(({ Key }) => Key),
    keyCase,
  );
  for (const { Key, Value } of stated) tags.set(Key, Value);
}

const duplicateKeys: Readonly<Record<KeyCase, string>> = {
  ignored: "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
  matters: "Duplicate tag keys found.",
};

/** Removes tags. Keys that are not there are passed over, as AWS does. */
export function removeTags(tags: Map<string, string>, keys: readonly string[], keyCase: KeyCase = "ignored"): void {
  const removed = new Set(keys.map((key) => comparable(key, keyCase)));
  for (const key of [...tags.keys()]) if (removed.has(comparable(key, keyCase))) tags.delete(key);
}

function comparable(key: string, keyCase: KeyCase): string {
  return keyCase === "ignored" ? key.toLowerCase() : key;
}

/** Tags as answers state them; absent where there are none. */
export function shownTags(tags: ReadonlyMap<string, string>): Tag[] | undefined {
  return tags.size === 0 ? undefined : listedTags(tags);
}

/** Tags as the answers of Get operations state them, except for users and roles: a list, be it empty. */
export function listedTags(tags: ReadonlyMap<string, string>): Tag[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

/** One page of tags, by key. */
export function tagPage(
  { tags }: { readonly tags: ReadonlyMap<string, string> },
  request: PageRequest,
): Truncation & { Tags: Tag[] } {
  const { items, truncation } = page([...tags], ([key]) => key, request);
  return { Tags: items.map(([Key, Value]) => ({ Key, Value })), ...truncation };
}

/** `iam:ResourceTag/…` of the user or role that a request is about: IAM's own name for `aws:ResourceTag/…`. */
export function resourceTagConditions(tags: ReadonlyMap<string, string> = new Map()): ConditionValues {
  return Object.fromEntries([...tags].map(([key, value]) => [`iam:ResourceTag/${key}`, value]));
}

/** `aws:RequestTag/…` and `aws:TagKeys` of the tags that a request states. */
export function requestTags(stated: readonly StatedTag[] = []): ConditionValues {
  if (stated.length === 0) return {};
  const values = stated.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value] as const);
  return { ...Object.fromEntries(values), "aws:TagKeys": stated.map(({ Key }) => Key) };
}
