/**
 * The condition keys of a request: name in lower case (AWS compares them so) → values. A key without an entry is missing.
 */
export type ConditionContext = ReadonlyMap<string, readonly string[]>;

/** What callers write: plain values; `undefined` leaves the key out. */
export type ConditionValues = Readonly<Record<string, string | boolean | number | readonly string[] | undefined>>;

/** Merges several sets of condition values into one context. */
export function conditionContext(...sets: readonly ConditionValues[]): ConditionContext {
  const context = new Map<string, readonly string[]>();
  for (const set of sets) {
    for (const [key, value] of Object.entries(set)) {
      if (value === undefined) continue;
      context.set(key.toLowerCase(), typeof value === "object" ? value : [String(value)]);
    }
  }
  return context;
}
