import type { RunEvent } from "../reporters/events.ts";

/** The turn of one scenario. */
export interface Turn {
  readonly emit: (event: RunEvent) => void;
  /** Nothing more is told: the next one's turn has come. */
  readonly end: () => void;
}

/**
 * Tells scenarios that run at the same time as if they ran one after the other, in the order in which they began: what
 * happens in one is told at once, what happens in the others when it is their turn.
 */
export class InTurn {
  readonly #tell: (event: RunEvent) => void;
  readonly #queue: Place[] = [];

  constructor(tell: (event: RunEvent) => void) {
    this.#tell = tell;
  }

  begin(): Turn {
    const place: Place = { waiting: [], hasEnded: false };
    this.#queue.push(place);
    return {
      emit: (event) => {
        if (this.#queue[0] === place) this.#tell(event);
        else place.waiting.push(event);
      },
      end: () => {
        place.hasEnded = true;
        this.#goOn();
      },
    };
  }

  #goOn(): void {
    while (this.#queue[0]?.hasEnded === true) {
      this.#queue.shift();
      this.#queue.at(0)?.waiting.splice(0).forEach(this.#tell);
    }
  }
}

interface Place {
  readonly waiting: RunEvent[];
  hasEnded: boolean;
}
