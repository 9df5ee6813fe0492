import type { Decision } from "../authorization/decision.ts";

/** How many requests are remembered; the oldest are forgotten first. */
const capacity = 100_000;

/** Keeps what was decided, under the id of the request that came over the wire. */
export class DecisionLog {
  readonly #decisions = new Map<string, Decision[]>();

  record(requestId: string, decision: Decision): void {
    const known = this.#decisions.get(requestId);
    if (known) {
      known.push(decision);
      return;
    }
    const [oldest] = this.#decisions.keys();
    if (this.#decisions.size >= capacity && oldest !== undefined) this.#decisions.delete(oldest);
    this.#decisions.set(requestId, [decision]);
  }

  /** All decisions that a request led to, in order; those of calls that services made for the caller included. */
  of(requestId: string): readonly Decision[] {
    return this.#decisions.get(requestId) ?? [];
  }
}
