import type { Tag } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../awsError.ts";
import type { Secret } from "./secret.ts";

/** Source: Secrets Manager User Guide, "AWS Secrets Manager quotas". */
const maximumTags = 50;

/** The tags of a secret with others, which may change their values. Throws InvalidParameterException. */
export function tagsWith(secret: Secret, added: readonly Tag[]): ReadonlyMap<string, string> {
  const pairs = added.map(({ Key, Value }) => [keyOf(Key), Value ?? ""] as const);
  const keys = pairs.map(([key]) => key);
  if (new Set(keys).size < keys.length) throw invalid("You can't specify the same tag key more than once.");
  if (keys.some((key) => key.toLowerCase().startsWith("aws:"))) throw invalid("Tags beginning with aws: are reserved.");
  const merged = new Map([...(secret.tags ?? []), ...pairs]);
  if (merged.size > maximumTags) throw invalid(`A secret can have ${maximumTags} tags.`);
  return merged;
}

/** The tags as AWS lists them; `undefined` for a secret that never had any. */
export function listedTags({ tags }: Secret): Tag[] | undefined {
  return tags && [...tags].map(([Key, Value]) => ({ Key, Value }));
}

function keyOf(key: string | undefined): string {
  if (key === undefined) throw invalid("A tag needs a key.");
  return key;
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
