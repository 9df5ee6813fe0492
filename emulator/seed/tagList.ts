/** Tags as most services take them; absent where there are none. */
export function tagList(tags: Readonly<Record<string, string>> = {}): { Key: string; Value: string }[] | undefined {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return list.length === 0 ? undefined : list;
}
