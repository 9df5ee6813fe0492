import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import type { RunPlace } from "../../runner/runOptions.ts";
import type { PreparedClaim } from "../../runner/sweep/findClaimsOn.ts";
import { sweepClaim } from "../../runner/sweep/sweepClaim.ts";
import type { LastingTarget } from "../../runner/target.ts";
import { scenarioRegions } from "./scenarioRegions.ts";

/** Carries out claims, one after the other, until interrupted. Says what was removed and what was not. Resolves with whether nothing is left. */
export async function sweepPrepared(
  claims: readonly PreparedClaim[],
  { pulumiRoot, pulumiHome, backend, lasting, signal }: RunPlace & { readonly lasting: LastingTarget },
  say: (line: string) => void,
): Promise<boolean> {
  const pulumi = await PulumiCommand.get({ root: pulumiRoot });
  const regions = await scenarioRegions();
  let isClean = true;
  for (const { claim, items } of claims) {
    if (signal.aborted) return false;
    const { removed, remaining } = await sweepClaim(claim, { pulumi, pulumiHome, backend, lasting, regions });
    const left = new Set(remaining.map(({ item }) => item));
    const gone = [...new Set([...items, ...removed])].filter((item) => !left.has(item));
    for (const item of remaining.length === 0 ? gone : removed) say(`removed  ${item}`);
    for (const { item, reason } of remaining) say(`LEFT     ${item}: ${reason}`);
    isClean &&= remaining.length === 0;
  }
  return isClean;
}
