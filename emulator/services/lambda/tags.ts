import { invalidParameterValue } from "./lambdaError.ts";

/** Source: Lambda Developer Guide, "Using tags on Lambda functions". */
const maximumTags = 50;

/** Tags as requests and answers of Lambda state them. */
type StatedTags = Readonly<Record<string, string>>;

/** Tags with others, which may change their values. Throws InvalidParameterValueException, in words not recorded anywhere. */
export function tagsWith(
  tags: ReadonlyMap<string, string> | undefined,
  added: StatedTags,
): ReadonlyMap<string, string> {
  const reserved = Object.keys(added).find((key) => key.toLowerCase().startsWith("aws:"));
  if (reserved !== undefined) {
    throw invalidParameterValue(`The tag key '${reserved}' is reserved: keys may not begin with aws:.`);
  }
  const merged = new Map([...(tags ?? []), ...Object.entries(added)]);
  if (merged.size > maximumTags) throw invalidParameterValue("Number of tags exceeds resource tag limit.");
  return merged;
}
