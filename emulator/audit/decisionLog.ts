import type { AccessRequest } from "../authorization/accessRequest.ts";
import type { Decision } from "../authorization/decision.ts";
import { explain, explainKeyState } from "../authorization/explain.ts";
import type { Explanation } from "../authorization/explanation.ts";
import { Recent } from "./recent.ts";

/** How many requests are remembered; the oldest are forgotten first. */
const capacity = 10_000;

/** For how many of them, the latest, it is also kept what was asked: policies and condition keys take room. */
const explainedCapacity = 1_000;

/** A decision with the question; a key's state is asked none. */
interface Kept {
  readonly decision: Decision;
  readonly request?: AccessRequest;
}

/** Keeps what was decided, under the id of the request that came over the wire. */
export class DecisionLog {
  readonly #decisions = new Recent<Decision>(capacity);
  readonly #kept = new Recent<Kept>(explainedCapacity);
  #lastDenial: Kept | undefined;

  /** @param request what the engine was asked; absent for a key's state. */
  record(requestId: string, decision: Decision, request?: AccessRequest): void {
    const kept = { decision, request };
    this.#decisions.add(requestId, decision);
    this.#kept.add(requestId, kept);
    if (decision.result !== "Allowed") this.#lastDenial = kept;
  }

  /** All decisions that a request led to, in order; those of calls that services made for the caller included. */
  of(requestId: string): readonly Decision[] {
    return this.#decisions.of(requestId);
  }

  /** All that are remembered, the oldest first. */
  all(): readonly Decision[] {
    return this.#decisions.all();
  }

  /** The same, explained as of then: with the policies and tags that there were. Empty for what is too long ago. */
  explanationsOf(requestId: string): readonly Explanation[] {
    return this.#kept.of(requestId).map(explained);
  }

  /** The latest denial, explained; nothing if there was none. */
  lastDenial(): Explanation | undefined {
    return this.#lastDenial && explained(this.#lastDenial);
  }
}

function explained({ decision, request }: Kept): Explanation {
  return request ? explain(request) : explainKeyState(decision);
}
