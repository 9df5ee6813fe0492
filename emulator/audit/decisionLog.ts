import type { AccessRequest } from "../authorization/accessRequest.ts";
import type { Decision } from "../authorization/decision.ts";
import { explain, explainKeyState } from "../authorization/explain.ts";
import type { Explanation } from "../authorization/explanation.ts";

/** How many decisions are remembered; the oldest are forgotten first. */
const capacity = 10_000;

/** For how many of them, the latest, it is also kept what was asked: policies and condition keys take room. */
const explainedCapacity = 1_000;

/** A decision with the question; a key's state is asked none. */
interface Kept {
  /** Of the request that came over the wire. */
  readonly requestId: string;
  readonly decision: Decision;
  request?: AccessRequest;
}

/** Keeps what was decided, under the id of the request that came over the wire. */
export class DecisionLog {
  #kept: Kept[] = [];
  #lastDenial: Kept | undefined;

  /** @param request what the engine was asked; absent for a key's state. */
  record(requestId: string, decision: Decision, request?: AccessRequest): void {
    this.#kept.push({ requestId, decision, request });
    if (decision.result !== "Allowed") this.#lastDenial = { requestId, decision, request };
    const unexplained = this.#kept[this.#kept.length - 1 - explainedCapacity];
    if (unexplained) unexplained.request = undefined;
    // Cutting a tenth at once keeps adding cheap.
    if (this.#kept.length > capacity) this.#kept = this.#kept.slice(capacity / 10);
  }

  /** All decisions that a request led to, in order; those of calls that services made for the caller included. */
  of(requestId: string): readonly Decision[] {
    return this.#kept.filter((kept) => kept.requestId === requestId).map(({ decision }) => decision);
  }

  /** The latest of them. */
  latestOf(requestId: string): Decision | undefined {
    return this.#kept.findLast((kept) => kept.requestId === requestId)?.decision;
  }

  /** All that are remembered, the oldest first. */
  all(): readonly Decision[] {
    return this.#kept.map(({ decision }) => decision);
  }

  /** Those of a request, explained as of then: with the policies and tags that there were. Without those that are too long ago. */
  explanationsOf(requestId: string): readonly Explanation[] {
    const latest = this.#kept.slice(-explainedCapacity);
    return latest.filter((kept) => kept.requestId === requestId).map(explained);
  }

  /** The latest denial, explained; nothing if there was none. */
  lastDenial(): Explanation | undefined {
    return this.#lastDenial && explained(this.#lastDenial);
  }
}

function explained({ decision, request }: Kept): Explanation {
  return request ? explain(request) : explainKeyState(decision);
}
