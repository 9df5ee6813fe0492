import { UserError } from "../../errors/userError.ts";
import type { RunPlace } from "../../runner/runOptions.ts";
import { scenarioRegions } from "./scenarioRegions.ts";
import { sweepPrepared } from "./sweepPrepared.ts";

/**
 * Removes what dead runs have left on the target of a run, and what has expired there; not what was kept on purpose. Says what it
 * removes. What cannot be removed is said and does not hold up the run.
 */
export async function sweepBefore(place: RunPlace, say: (line: string) => void): Promise<void> {
  const { target, folder, signal } = place;
  const { lasting } = target;
  try {
    if (!lasting) {
      const { sweepLocalRuns } = await import("../../runner/sweep/sweepLocalRuns.ts");
      await sweepLocalRuns(folder);
      return;
    }
    const { findClaimsOn } = await import("../../runner/sweep/findClaimsOn.ts");
    const claims = await findClaimsOn(lasting, await scenarioRegions(), { folder, kept: false });
    if (claims.length > 0) await sweepPrepared(claims, { ...place, lasting }, (line) => say(`Sweep: ${line}`));
  } catch (error) {
    signal.throwIfAborted();
    // The target cannot be entered: the run meets the same, and says so.
    if (error instanceof UserError) return;
    say(`What earlier runs have left could not be swept: ${error instanceof Error ? error.message : String(error)}`);
  }
}
