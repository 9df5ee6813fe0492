/** The condition keys of a request. */
export interface ConditionContext {
  /** The values of a key, by its name in lower case (AWS compares names without regard to case); `undefined`: it is missing. */
  get(key: string): readonly string[] | undefined;
  /** All keys with their values. */
  entries(): Iterable<readonly [key: string, values: readonly string[]]>;
}

/** What callers write: plain values; `undefined` leaves the key out. */
export type ConditionValues = Readonly<Record<string, string | boolean | number | readonly string[] | undefined>>;

/** Condition values, or what collects them once they are asked for. */
export type Conditions = ConditionValues | (() => ConditionValues);

/** The values themselves. */
export function valuesOf(conditions: Conditions = {}): ConditionValues {
  return typeof conditions === "function" ? conditions() : conditions;
}

/**
 * Merges several sets of condition values into one context. Sets that are functions are asked once, when the first policy
 * asks for a key: most requests are decided without any, and collecting the keys takes longer than deciding. An explanation
 * may be the first to ask, long after: what such a function reads must be values, which do not change.
 */
export function conditionContext(...sets: readonly Conditions[]): ConditionContext {
  return new MergedConditions(sets);
}

class MergedConditions implements ConditionContext {
  readonly #sets: readonly Conditions[];
  #merged?: ReadonlyMap<string, readonly string[]>;

  constructor(sets: readonly Conditions[]) {
    this.#sets = sets;
  }

  get(key: string): readonly string[] | undefined {
    return this.#values().get(key);
  }

  entries(): Iterable<readonly [key: string, values: readonly string[]]> {
    return this.#values().entries();
  }

  #values(): ReadonlyMap<string, readonly string[]> {
    return (this.#merged ??= merge(this.#sets));
  }
}

function merge(sets: readonly Conditions[]): Map<string, readonly string[]> {
  const context = new Map<string, readonly string[]>();
  for (const set of sets) {
    for (const [key, value] of Object.entries(valuesOf(set))) {
      if (value === undefined) continue;
      context.set(key.toLowerCase(), typeof value === "object" ? value : [String(value)]);
    }
  }
  return context;
}
