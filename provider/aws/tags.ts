/** Tags as programs write them. */
export type Tags = Readonly<Record<string, string>>;

/** A tag as most services write it. */
interface Tag {
  readonly Key: string | undefined;
  readonly Value: string | undefined;
}

/** Tags as most services want them. */
export function tagList(tags: Tags = {}): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Tags as a service told them; those that AWS itself has set (`aws:…`) are nobody's input and left out. */
export function tagMap(list: readonly Partial<Tag>[] = []): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const { Key = "", Value = "" } of list) {
    if (!Key.startsWith("aws:")) {
      tags[Key] = Value;
    }
  }
  return tags;
}

/** Takes away the tags that are not wanted and sets those that are new or different; asks nothing if all is well. */
export async function retag(
  current: Tags = {},
  wanted: Tags = {},
  service: { untag(keys: string[]): Promise<unknown>; tag(tags: Tags): Promise<unknown> },
): Promise<void> {
  const superfluous = Object.keys(current).filter((key) => !(key in wanted));
  const missing = Object.entries(wanted).filter(([key, value]) => current[key] !== value);
  if (superfluous.length > 0) {
    await service.untag(superfluous);
  }
  if (missing.length > 0) {
    await service.tag(Object.fromEntries(missing));
  }
}
