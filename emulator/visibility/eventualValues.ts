import { Eventual } from "./eventual.ts";

/** What is particular about values of a kind. */
interface Options<Value> {
  /** Whether two values that were found one after the other are one, so that nothing was written. Default: the very same. */
  readonly isSame?: (one: Value, other: Value) => boolean;
  /** Whether the first value of a thing is visible at once. Default: no. */
  readonly isVisibleWhenNew?: boolean;
}

/** Eventual values by name: a thing that is not there yet, or not any more, is `undefined`. */
export class EventualValues<Value> {
  readonly #values = new Map<string, Eventual<Value | undefined>>();
  readonly #options: Options<Value>;

  constructor(options: Options<Value> = {}) {
    this.#options = options;
  }

  /** Notes what has changed since the last time. All of it becomes visible at the same time. */
  note(current: ReadonlyMap<string, Value>, now: number, visibleFrom: number): void {
    for (const [name, value] of current) this.#noteOne(name, value, visibleFrom);
    for (const [name, known] of this.#values) {
      if (current.has(name)) continue;
      if (known.written !== undefined) known.write(undefined, visibleFrom);
      if (known.at(now) === undefined) this.#values.delete(name);
    }
  }

  /** The visible value of a thing; what has never been noted is visible as it is. */
  at(name: string, now: number, written: Value | undefined): Value | undefined {
    const known = this.#values.get(name);
    return known ? known.at(now) : written;
  }

  #noteOne(name: string, value: Value, visibleFrom: number): void {
    const { isSame = Object.is, isVisibleWhenNew = false } = this.#options;
    const known = this.#values.get(name) ?? new Eventual<Value | undefined>(isVisibleWhenNew ? value : undefined);
    this.#values.set(name, known);
    const { written } = known;
    if (written === undefined || !isSame(written, value)) known.write(value, visibleFrom);
  }
}

/** Whether two lists hold the very same things in the same order. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
