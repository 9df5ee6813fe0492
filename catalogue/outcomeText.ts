import type { Outcome } from "../scenarios/contract/expectation.ts";

/** What must come of an attempt, in a few words. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case "allowed":
      return "can";
    case "denied":
      return `cannot: ${outcome.action}, ${outcome.layer}`;
    case "error":
      return `fails: ${outcome.code}`;
  }
}
