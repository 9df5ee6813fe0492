import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { expectationText } from "../expectationText.ts";

/** What is tried in the first phase, and what must come of it, as comments of a shell. */
export function attemptLines({ phases }: Scenario): readonly string[] {
  const [first] = phases;
  return (first?.expect ?? []).map((expectation) => {
    const [principal, can, attempt, because] = expectationText(expectation);
    const sentence = [principal, can, attempt].join(" ").replaceAll(/\s+/g, " ");
    return `# ${sentence}${because === undefined ? "" : `: ${because}`}`;
  });
}
