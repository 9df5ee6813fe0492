/** A value that was written, and from when on decisions see it. */
interface Written<Value> {
  readonly value: Value;
  readonly visibleFrom: number;
}

/**
 * What a thing is, as decisions see it: a change is visible from a time on, and until then it is what it was before. Changes
 * of one thing become visible in the order in which they were written. Times are milliseconds of the instance's clock.
 */
export class Eventual<Value> {
  /** The visible value first, then those whose time has not come when they were last looked at. */
  #values: readonly [Written<Value>, ...Written<Value>[]];

  constructor(value: Value) {
    this.#values = [{ value, visibleFrom: -Infinity }];
  }

  /** The value that was written last, visible or not. */
  get written(): Value {
    return this.#last.value;
  }

  write(value: Value, visibleFrom: number): void {
    this.#values = [...this.#values, { value, visibleFrom: Math.max(visibleFrom, this.#last.visibleFrom) }];
  }

  /** The visible value. What was before it is forgotten: time never runs backwards. */
  at(time: number): Value {
    const [first, ...later] = this.#values;
    const come = later.filter(({ visibleFrom }) => visibleFrom <= time);
    const visible = come.at(-1) ?? first;
    if (visible !== first) this.#values = [visible, ...later.slice(come.length)];
    return visible.value;
  }

  get #last(): Written<Value> {
    return this.#values.at(-1) ?? this.#values[0];
  }
}
