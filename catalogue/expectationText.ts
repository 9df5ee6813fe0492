import type { Expectation } from "../scenarios/contract/expectation.ts";
import { outcomeText } from "./outcomeText.ts";

/** What must come of an attempt, in columns: who, whether, what, and what says so. */
export function expectationText({ principal, action: { attempt }, outcome }: Expectation): string[] {
  const { whether, because } = outcomeText(outcome);
  const verb = whether === "fails" ? "fails at" : whether;
  return [principal, verb, attempt, ...(because === undefined ? [] : [because])];
}
