/** The regions in which scenarios deploy, beyond that of the target. */
export async function scenarioRegions(): Promise<readonly string[]> {
  const { scenarios } = await import("../../scenarios/index.ts");
  return [...new Set(scenarios.flatMap(({ regions }) => regions))];
}
