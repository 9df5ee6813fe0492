import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExpectationChecked, RunEvent, ScenarioEnded } from "../../reporters/events.ts";
import type { RunOptions } from "../../runner/runOptions.ts";
import type { Witness } from "../../runner/deployment.ts";
import { runScenarios } from "../../runner/runScenarios.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { localTarget } from "../../targets/localTarget.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import { testPulumi } from "./pulumi.ts";

/** What a run told. */
export interface Told {
  readonly events: readonly RunEvent[];
  readonly checked: readonly ExpectationChecked[];
  readonly ended: readonly ScenarioEnded[];
}

/** Who sees and hears what happens in a run. */
export interface Audience {
  /** May abort the run. */
  readonly hear?: (event: RunEvent, abort: () => void, folder: string) => void;
  readonly witness?: (scenario: Scenario) => Witness;
  /** How the run is to be, beyond the usual. */
  readonly options?: Partial<RunOptions>;
}

/** Runs scenarios on the embedded AWS, in a folder that is removed afterwards. */
export async function runLocally(
  scenarios: readonly Scenario[],
  { hear, witness, options }: Audience = {},
): Promise<Told> {
  const folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
  const abortion = new AbortController();
  const events: RunEvent[] = [];
  try {
    const { root } = await testPulumi();
    await runScenarios({
      scenarios,
      target: localTarget(),
      reporters: [
        {
          on: (event) => {
            events.push(event);
            hear?.(event, () => abortion.abort(), folder);
          },
        },
      ],
      pulumiRoot: root,
      pulumiHome: pulumiHome(process.env),
      folder,
      signal: abortion.signal,
      witness,
      ...options,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    events,
    checked: events.filter((event) => event.type === "expectation checked"),
    ended: events.filter((event) => event.type === "scenario ended"),
  };
}

/** The expectations that did not pass, as `principal: attempt — reason`. */
export function notPassed({ checked }: Told): string[] {
  return checked
    .filter(({ verdict }) => verdict !== "passed")
    .map(({ principal, attempt, verdict, reason = "" }) => `${principal}: ${attempt} (${verdict}: ${reason})`);
}
