import type { Filter, FilterNameStringType } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../awsError.ts";
import type { Secret } from "./secret.ts";

/** Whether one value of a filter fits a secret. */
type Fits = (secret: Secret, value: string) => boolean;

/** Source: Secrets Manager API Reference, Filter. */
const filters: Readonly<Record<FilterNameStringType, Fits>> = {
  name: beginningOf(({ name }) => [name]),
  description: ({ description = "" }, value) => description.toLowerCase().startsWith(value.toLowerCase()),
  "tag-key": beginningOf(({ tags }) => [...(tags?.keys() ?? [])]),
  "tag-value": beginningOf(({ tags }) => [...(tags?.values() ?? [])]),
  "primary-region": beginningOf(({ primaryRegion }) => (primaryRegion === undefined ? [] : [primaryRegion])),
  // No service makes secrets of its own here.
  "owning-service": () => false,
  all: anyWord,
};

/**
 * Whether a secret passes all filters. A filter passes what any of its values fits; one that begins with `!` fits what it
 * would not without. Throws InvalidParameterException for a filter without a key or values.
 */
export function secretFilter(given: readonly Filter[] = []): (secret: Secret) => boolean {
  const passes = given.map(oneFilter);
  return (secret) => passes.every((pass) => pass(secret));
}

function oneFilter({ Key: key, Values: values }: Filter): (secret: Secret) => boolean {
  if (key === undefined || !values) throw new AwsError("InvalidParameterException", "A filter needs a key and values.");
  const fits = filters[key];
  return (secret) =>
    values.some((value) => (value.startsWith("!") ? !fits(secret, value.slice(1)) : fits(secret, value)));
}

function beginningOf(texts: (secret: Secret) => readonly string[]): Fits {
  return (secret, value) => texts(secret).some((text) => text.startsWith(value));
}

/** Looks for each word of the value among the words of the secret's texts; one is enough. */
function anyWord({ name, description = "", tags }: Secret, value: string): boolean {
  const texts = [name, description, ...(tags?.keys() ?? []), ...(tags?.values() ?? [])];
  const known = new Set(texts.flatMap(wordsOf));
  return wordsOf(value).some((word) => known.has(word));
}

/**
 * A word ends where capitals begin after small letters, where letters and numbers meet, and at anything else:
 * `credsDatabase#892` are three words. Source: Secrets Manager User Guide, "Find secrets". Whether AWS also finds parts of
 * words is not recorded anywhere.
 */
function wordsOf(text: string): string[] {
  const words = text.match(/\p{Lu}*\p{Ll}+|\p{Lu}+|\p{Nd}+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}
