import type { Expectation } from "../scenarios/contract/expectation.ts";

/** What must come of an attempt, in columns: who, whether, what, and what says so. */
export function expectationText({ principal, action: { attempt }, outcome }: Expectation): string[] {
  switch (outcome.kind) {
    case "allowed":
      return [principal, "can", attempt];
    case "denied":
      return [principal, "cannot", attempt, `${outcome.action} denied by ${outcome.layer}`];
    case "error":
      return [principal, "fails at", attempt, outcome.code];
  }
}
