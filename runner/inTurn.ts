import type { RunEvent } from "../reporters/events.ts";

/**
 * Tells scenarios that run at the same time as if they ran one after the other, in the order in which they began: what
 * happens in one is told at once, what happens in the others when it is their turn.
 */
export class InTurn {
  readonly #tell: (event: RunEvent) => void;
  readonly #waiting = new Map<string, RunEvent[]>();

  constructor(tell: (event: RunEvent) => void) {
    this.#tell = tell;
  }

  /** Takes an event of a scenario, the first of which begins it and the last ends it. Other events are told at once. */
  readonly emit = (event: RunEvent): void => {
    if (!("scenario" in event)) return this.#tell(event);
    const { scenario } = event;
    const [turn = scenario] = this.#waiting.keys();
    const waiting = this.#waiting.get(scenario) ?? [];
    this.#waiting.set(scenario, waiting);
    if (scenario !== turn) waiting.push(event);
    else this.#tellNow(event);
  };

  #tellNow(event: RunEvent): void {
    this.#tell(event);
    if (event.type !== "scenario ended") return;
    this.#waiting.delete(event.scenario);
    const [next] = this.#waiting.values();
    for (const later of next?.splice(0) ?? []) this.#tellNow(later);
  }
}
