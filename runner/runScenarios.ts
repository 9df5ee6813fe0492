import pMap from "p-map";
import {
  schemaVersion,
  type ExpectationChecked,
  type RunEvent,
  type RunSummary,
  type ScenarioEnded,
} from "../reporters/events.ts";
import { costOf } from "../scenarios/contract/billed.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { oneByOne, type Crew } from "./crew.ts";
import { InTurn } from "./inTurn.ts";
import { openRun } from "./openRun.ts";
import type { RunOptions } from "./runOptions.ts";
import type { RunContext } from "./runContext.ts";

/** Runs scenarios, several at a time, and tells the reporters. Throws only for bugs and for what a UserError says. */
export async function runScenarios(options: RunOptions): Promise<RunSummary> {
  const began = performance.now();
  const tally = new Tally();
  const { emit } = new InTurn((event) => {
    tally.count(event);
    for (const reporter of options.reporters) reporter.on(event);
  });
  const { runId, journal, ...context } = await openRun(options, emit);
  const { target, signal, crew = oneByOne } = options;
  const ids = options.scenarios.map(({ id }) => id);
  emit({
    type: "run started",
    at: now(),
    schemaVersion,
    runId,
    target: target.description,
    versions: { node: process.versions.node, pulumi: context.pulumi.version?.version ?? "unknown" },
    workers: crew.size,
    selected: ids,
    scenarios: ids,
  });
  const runUnlessAborted = async (scenario: Scenario, index: number) => {
    if (!signal.aborted) await runOne(scenario, { ...context, suffix: suffixOf(context.suffix, index) }, crew);
  };
  await pMap(options.scenarios, runUnlessAborted, { concurrency: crew.size, stopOnError: false });
  const summary = tally.summary(signal.aborted);
  journal.write({ type: "run ended" });
  journal.close();
  emit({ type: "run ended", at: now(), summary, milliseconds: since(began) });
  for (const reporter of options.reporters) await reporter.close?.();
  return summary;
}

/** Scenarios that share an account at the same time may use the same name. None is the beginning of another. */
function suffixOf(run: string, index: number): string {
  return `${run}${index.toString(36).padStart(2, "0")}`;
}

async function runOne(scenario: Scenario, context: RunContext, crew: Crew): Promise<void> {
  const began = performance.now();
  const { id, title, lesson, workshop, limits } = scenario;
  const phases = scenario.phases.map(({ name }) => name);
  context.emit({
    type: "scenario started",
    at: now(),
    scenario: id,
    title,
    lesson,
    workshop,
    cost: costOf(scenario.billed),
    principals: Object.entries(scenario.principals).map(([name, { title }]) => ({ name, title })),
    phases,
    limits,
    repetition: 1,
    attempt: 1,
  });
  const ending = await crew.run(scenario, context);
  context.emit({
    type: "scenario ended",
    at: now(),
    scenario: id,
    ...ending,
    triedAgain: false,
    milliseconds: since(began),
  });
}

/** Counts what the summary says. */
class Tally {
  readonly #verdicts: ExpectationChecked["verdict"][] = [];
  readonly #ended: ScenarioEnded[] = [];

  count(event: RunEvent): void {
    if (event.type === "expectation checked") this.#verdicts.push(event.verdict);
    if (event.type === "scenario ended") this.#ended.push(event);
  }

  summary(interrupted: boolean): RunSummary {
    const verdicts = (wanted: ExpectationChecked["verdict"]) =>
      this.#verdicts.filter((verdict) => verdict === wanted).length;
    const skipped = this.#ended.filter(({ outcome }) => outcome === "skipped").length;
    return {
      passed: verdicts("passed"),
      failed: verdicts("failed"),
      inconclusive: verdicts("inconclusive"),
      leftovers: this.#ended.reduce((sum, { leftovers }) => sum + leftovers.length, 0),
      broken: this.#ended.filter(({ problems }) => problems.length > 0).length - skipped,
      skipped,
      flaky: 0,
      interrupted,
    };
  }
}

function now(): string {
  return new Date().toISOString();
}

function since(began: number): number {
  return Math.round(performance.now() - began);
}
