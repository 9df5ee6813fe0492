/** What the engine did: `3 created, 1 updated`; `nothing changed` if it did nothing. */
export function changesText(changes: Readonly<Record<string, number>>): string {
  const done = Object.entries(changes).filter(([operation, count]) => count > 0 && !unchanged.has(operation));
  if (done.length === 0) return "nothing changed";
  return done.map(([operation, count]) => `${count} ${words[operation] ?? operation}`).join(", ");
}

/** Pulumi's names of operations that leave a resource as it is. */
const unchanged: ReadonlySet<string> = new Set(["same", "read", "refresh"]);

/** Pulumi's names of operations, in the words of a report. */
const words: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
};
