/** Tags with others added, which win; keys differ in more than the case of their letters. */
export function withTags(tags: ReadonlyMap<string, string>, added: ReadonlyMap<string, string>): Map<string, string> {
  const keys = new Set([...added.keys()].map((key) => key.toLowerCase()));
  return new Map([...[...tags].filter(([key]) => !keys.has(key.toLowerCase())), ...added]);
}
