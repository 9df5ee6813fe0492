import type { Tag } from "@aws-sdk/client-iam";
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
export function newTags(stated: readonly StatedTag[] = [], keyCase: KeyCase = "ignored"): ReadonlyMap<string, string> {
  return tagsWith(new Map(), stated, keyCase);
}

/** Tags with others, which may change their values. Throws InvalidInput or LimitExceeded. */
export function tagsWith(
  tags: ReadonlyMap<string, string>,
  stated: readonly StatedTag[],
  keyCase: KeyCase = "ignored",
): ReadonlyMap<string, string> {
  const keys = new Set(stated.map(({ Key }) => comparable(Key, keyCase)));
  if (keys.size < stated.length) throw new AwsError("InvalidInput", duplicateKeys[keyCase]);
  if (stated.some(({ Key }) => Key.toLowerCase().startsWith("aws:"))) {
    throw new AwsError("InvalidInput", "Tag keys beginning with aws: are reserved for system use.");
  }
  const kept = [...tags].filter(([key]) => !keys.has(comparable(key, keyCase)));
  const merged = new Map([...kept, ...stated.map(({ Key, Value }) => [Key, Value] as const)]);
  if (merged.size > maximumTags) throw limitExceeded("The number of tags has reached the maximum limit.");
  return merged;
}

const duplicateKeys: Readonly<Record<KeyCase, string>> = {
  ignored: "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
  matters: "Duplicate tag keys found.",
};

/** Tags without some. Keys that are not there are passed over, as AWS does. */
export function tagsWithout(
  tags: ReadonlyMap<string, string>,
  keys: readonly string[],
  keyCase: KeyCase = "ignored",
): ReadonlyMap<string, string> {
  const removed = new Set(keys.map((key) => comparable(key, keyCase)));
  return new Map([...tags].filter(([key]) => !removed.has(comparable(key, keyCase))));
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
