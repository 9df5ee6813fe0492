import { UserError } from "../../errors/userError.ts";
import type { RunEvent } from "../../reporters/events.ts";
import { Multiplexer } from "../../reporters/multiplexer.ts";
import type { Reporter } from "../../reporters/reporter.ts";
import { RunRecord } from "../../reporters/runRecord.ts";
import { defaultSettings } from "../../runner/runSettings.ts";
import type { Target } from "../../runner/target.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import type { Context } from "../context.ts";
import { runFolderReporters } from "../run/reporters.ts";
import { runOn } from "../run/runOn.ts";
import { tellBroken } from "../run/tellBroken.ts";
import type { TargetChoice } from "../run/targetChoice.ts";
import { runsFolder } from "../runs/runsFolder.ts";
import type { PlaceResult } from "./comparison.ts";
import { notCompared, scorePlace } from "./scorePlace.ts";

/** A place, and what is compared there. */
export interface PlaceOrder {
  readonly choice: TargetChoice;
  readonly target: Target;
  readonly scenarios: readonly Scenario[];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Runs scenarios at a place as `keylab run` does, and tells how it has decided. Rejects when interrupted. */
export async function comparePlace(order: PlaceOrder, context: Context): Promise<PlaceResult> {
  const { choice, target, scenarios, signal, say } = order;
  const { name } = target.description;
  try {
    await target.lasting?.check();
  } catch (error) {
    if (error instanceof UserError) return notCompared(name, scenarios, error.message);
    throw error;
  }
  const record = new RunRecord();
  const files = runFolderReporters(runsFolder(context), async () => []);
  const hearers = [hearer((event) => record.add(event)), hearer((event) => tellProgress(event, order))];
  const all = new Multiplexer([...hearers.map((reporter) => ({ name: "the comparison", reporter })), ...files]);
  const work = { scenarios, selected: scenarios };
  await runOn({ work, choice, target, settings: defaultSettings, reporters: [all], signal, say }, context);
  tellBroken(all, context);
  signal.throwIfAborted();
  const { started, scenarios: records, ended } = record;
  if (started === undefined) throw new Error("The run told no start.");
  return scorePlace(name, scenarios, { started, scenarios: records, ended });
}

function hearer(on: Reporter["on"]): Reporter {
  return { on };
}

function tellProgress(event: RunEvent, { target, scenarios, say }: PlaceOrder): void {
  if (event.type !== "scenario ended") return;
  const position = scenarios.findIndex(({ id }) => id === event.scenario) + 1;
  const how = event.unsupported === true ? "unsupported there" : event.outcome;
  say(`${target.description.name}, ${position} of ${scenarios.length}: ${event.scenario} ${how}`);
}
