import type { Scenario } from "../scenarios/contract/scenario.ts";

/** What changes before anything of a phase is tried: parameters, then time that passes. `code` marks up what is code. */
export function changesBefore(
  { set = {}, waitMinutes }: Scenario["phases"][number],
  code: (text: string) => string,
): readonly string[] {
  const changes = Object.entries(set).map(
    ([parameter, value]) => `${code(parameter)} becomes ${code(JSON.stringify(value))}`,
  );
  return [...changes, ...(waitMinutes === undefined ? [] : [`${waitMinutes} minutes pass`])];
}
