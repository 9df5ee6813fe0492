import { createHash } from "node:crypto";
import type { Scenario } from "../scenarios/contract/scenario.ts";

/** The scenarios in an order that the seed alone decides. Two scenarios stand in the same order whichever others are there. */
export function shuffle(scenarios: readonly Scenario[], seed: number): readonly Scenario[] {
  const place = ({ id }: Scenario) => createHash("sha256").update(`${seed} ${id}`).digest("hex");
  return scenarios
    .map((scenario) => ({ scenario, place: place(scenario) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ scenario }) => scenario);
}
