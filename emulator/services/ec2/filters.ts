import type { Filter } from "@aws-sdk/client-ec2";
import { matchesPattern } from "../../authorization/matchesPattern.ts";
import { invalidValue } from "./errors.ts";
import type { Tags } from "./tags.ts";

/** What filters can ask of an item, by the name of the filter. */
export type FilterFields<Item> = Readonly<Record<string, (item: Item) => string | readonly string[] | undefined>>;

/**
 * The items that match all filters; a filter matches if one of its values does, in which `*` and `?` stand for others.
 * Throws InvalidParameterValue for a filter that is not carried here. Source: EC2 User Guide, "List and filter resources".
 */
export function filtered<Item>(
  items: readonly Item[],
  filters: readonly Filter[] = [],
  fields: FilterFields<Item>,
): Item[] {
  const tests = filters.map(({ Name = "", Values = [] }) => {
    const field = Object.hasOwn(fields, Name) ? fields[Name] : undefined;
    if (!field) throw invalidValue(`The filter '${Name}' is invalid`);
    return (item: Item) => [field(item) ?? []].flat().some((value) => isAmong(value, Values));
  });
  return items.filter((item) => tests.every((test) => test(item)));
}

/** The same of items with tags, which filters can ask for: `tag:team`, `tag-key`. */
export function filteredByTags<Item extends { readonly tags: Tags }>(
  items: readonly Item[],
  filters: readonly Filter[] = [],
  fields: FilterFields<Item>,
): Item[] {
  const ofTags = filters.flatMap(({ Name = "" }) =>
    Name.startsWith("tag:") ? [[Name, ({ tags }: Item) => tags?.get(Name.slice("tag:".length))] as const] : [],
  );
  const all = { "tag-key": ({ tags }: Item) => [...(tags?.keys() ?? [])], ...Object.fromEntries(ofTags), ...fields };
  return filtered(items, filters, all);
}

function isAmong(value: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, value));
}
