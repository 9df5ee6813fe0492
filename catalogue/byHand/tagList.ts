import * as z from "zod";

/** The tags of a resource, as Pulumi has them. */
export const tags = z.record(z.string(), z.string()).optional();

/** Tags as the AWS CLI takes them; services call the two parts of a tag differently. */
export function tagList(
  given: Readonly<Record<string, string>> | undefined,
  [key, value]: readonly [string, string] = ["Key", "Value"],
): readonly string[] | undefined {
  return given && Object.entries(given).map(([name, text]) => `${key}=${name},${value}=${text}`);
}
