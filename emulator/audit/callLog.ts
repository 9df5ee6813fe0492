import type { CallOutcome } from "./callOutcome.ts";

/** A call as it is told to people: also those that CloudTrail records nowhere, such as reading an item. */
export interface LoggedCall {
  /** Counted from 1 as calls end. */
  readonly sequence: number;
  /** On the instance's clock. */
  readonly time: string;
  readonly principal: string;
  readonly accountId: string;
  readonly region: string;
  /** For example `kms`. */
  readonly service: string;
  readonly operation: string;
  /** The IAM actions that it needed, with the resources; that of a denial comes first. */
  readonly needed: readonly { readonly action: string; readonly resource: string }[];
  /** The service that called for the caller, for example `dynamodb`. */
  readonly via?: string;
  readonly outcome: CallOutcome;
  /** Of the request that came over the wire: what `keylab explain` and the decisions are found by. */
  readonly requestId: string;
}

/** A call that has ended, before it is told to anybody. */
export interface UncountedCall extends Omit<LoggedCall, "sequence" | "time"> {
  readonly at: Date;
}

/** How many calls are kept; the oldest are forgotten first. */
const capacity = 10_000;

/** Keeps the latest calls, and wakes whoever waits for the next one. */
export class CallLog {
  #calls: UncountedCall[] = [];
  #last = 0;
  #waiting = new Set<() => void>();

  /** The number of the latest call; 0 if there was none. */
  get last(): number {
    return this.#last;
  }

  add(call: UncountedCall): void {
    this.#last += 1;
    this.#calls.push(call);
    // Cutting a tenth at once keeps adding cheap.
    if (this.#calls.length > capacity) this.#calls = this.#calls.slice(capacity / 10);
    if (this.#waiting.size > 0) this.wake();
  }

  /** The calls after that of a number, oldest first. */
  after(sequence: number): readonly LoggedCall[] {
    const forgotten = this.#last - this.#calls.length;
    const skipped = Math.max(0, sequence - forgotten);
    return this.#calls.slice(skipped).map(({ at, ...call }, index) => {
      return { sequence: forgotten + skipped + index + 1, time: at.toISOString(), ...call };
    });
  }

  /** Resolves at the next call, when everybody is woken, or after so many milliseconds. */
  next(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#waiting.add(done);
    });
  }

  wake(): void {
    for (const done of [...this.#waiting]) done();
  }
}
