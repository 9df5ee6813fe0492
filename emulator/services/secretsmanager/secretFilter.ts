import type { Filter, FilterNameStringType } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../awsError.ts";
import type { Secret } from "./secret.ts";

type Texts = (secret: Secret) => readonly string[];

/** What the filters look at, and whether case matters. Source: Secrets Manager User Guide, "Find secrets". */
const filters: ReadonlyMap<FilterNameStringType, { texts: Texts; ignoresCase?: true }> = new Map([
  ["name", { texts: ({ name }) => [name] }],
  ["description", { texts: ({ description = "" }) => [description], ignoresCase: true }],
  ["tag-key", { texts: ({ tags }) => [...(tags?.keys() ?? [])] }],
  ["tag-value", { texts: ({ tags }) => [...(tags?.values() ?? [])] }],
]);

/**
 * Whether a secret passes all filters. A filter matches the beginning of a text; one with `!` in front, what does not
 * match. Throws InvalidParameterException for an incomplete filter, ValidationException for one that is not carried yet.
 */
export function secretFilter(given: readonly Filter[] = []): (secret: Secret) => boolean {
  const passes = given.map(oneFilter);
  return (secret) => passes.every((pass) => pass(secret));
}

function oneFilter({ Key: key, Values: values }: Filter): (secret: Secret) => boolean {
  if (key === undefined || !values) throw new AwsError("InvalidParameterException", "A filter needs a key and values.");
  const filter = filters.get(key);
  if (!filter) {
    throw new AwsError(
      "ValidationException",
      `The embedded AWS does not carry the filter '${key}' of ListSecrets yet.`,
    );
  }
  const fold = (text: string) => (filter.ignoresCase ? text.toLowerCase() : text);
  return (secret) => {
    const texts = filter.texts(secret).map(fold);
    const starts = (value: string) => texts.some((text) => text.startsWith(fold(value)));
    return values.some((value) => (value.startsWith("!") ? !starts(value.slice(1)) : starts(value)));
  };
}
