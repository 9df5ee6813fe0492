import type { Scenario } from "../scenarios/contract/scenario.ts";
import { markdownTable } from "../reporters/text/markdownTable.ts";
import { outcomeText } from "./outcomeText.ts";

/** Who can do what in a phase: a row for each attempt, a column for each principal that tries something. */
export function accessMatrix({ expect }: Scenario["phases"][number]): string {
  const principals = [...new Set(expect.map(({ principal }) => principal))];
  const attempts = [...new Set(expect.map(({ action }) => action.attempt))];
  const rows = attempts.map((attempt) => [
    attempt,
    ...principals.map((principal) =>
      cell(expect.filter((tried) => tried.principal === principal && tried.action.attempt === attempt)),
    ),
  ]);
  return markdownTable(["", ...principals], rows);
}

/** More than one where something happens between two attempts. */
function cell(expectations: Scenario["phases"][number]["expect"]): string {
  const texts = expectations.map(({ outcome }) => {
    const { whether, because } = outcomeText(outcome);
    return because === undefined ? whether : `${whether}: ${because}`;
  });
  return texts.join("; then ");
}
