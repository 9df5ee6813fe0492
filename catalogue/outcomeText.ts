import type { Outcome } from "../scenarios/contract/expectation.ts";

/** What must come of an attempt. */
export interface OutcomeText {
  readonly whether: "can" | "cannot" | "fails";
  /** What says so; absent where nothing stands in the way. */
  readonly because?: string;
}

/** What must come of an attempt, in a few words. */
export function outcomeText(outcome: Outcome): OutcomeText {
  switch (outcome.kind) {
    case "allowed":
      return { whether: "can" };
    case "denied":
      return { whether: "cannot", because: `${outcome.action} denied by ${outcome.layer}` };
    case "error":
      return { whether: "fails", because: outcome.code };
  }
}
