import type { Tag } from "@aws-sdk/client-ec2";
import { AwsError } from "../../awsError.ts";
import { invalidValue } from "./errors.ts";

/** Source: EC2 User Guide, "Tag your Amazon EC2 resources". */
const maximumTags = 50;

/** The tags of a resource, if it has or had any. */
export type Tags = ReadonlyMap<string, string> | undefined;

/** Tags with others, which may change their values. Throws InvalidParameterValue and TagLimitExceeded. */
export function tagsWith(existing: Tags, added: readonly Tag[]): Tags {
  if (added.length === 0) return existing;
  const pairs = added.map(({ Key, Value = "" }) => [keyOf(Key), Value] as const);
  const keys = pairs.map(([key]) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw invalidValue(`Duplicate tag key '${twice}' specified.`);
  const tags = new Map([...(existing ?? []), ...pairs]);
  if (tags.size <= maximumTags) return tags;
  throw new AwsError("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
}

/** Throws InvalidParameterValue for keys that are AWS's own, and for none. */
function keyOf(key = ""): string {
  if (key === "") throw invalidValue("Tag key cannot be empty.");
  if (key.startsWith("aws:")) throw invalidValue("Tag keys starting with 'aws:' are reserved for internal use");
  return key;
}

/**
 * Tags without those that are asked to go: by key, or by key and value; all of them if nothing is said.
 * Source: EC2 API Reference, DeleteTags.
 */
export function tagsWithout(existing: Tags, removed: readonly Tag[] | undefined): Tags {
  if (!existing) return undefined;
  if (!removed?.length) return new Map();
  const goes = ([key, value]: readonly [string, string]) =>
    removed.some(({ Key, Value }) => Key === key && (Value === undefined || Value === value));
  return new Map([...existing].filter((tag) => !goes(tag)));
}

/** As EC2 lists them; nothing where there are none. */
export function shownTags(tags: Tags): Tag[] | undefined {
  return tags?.size ? [...tags].map(([Key, Value]) => ({ Key, Value })) : undefined;
}
