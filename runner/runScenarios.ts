import pMap from "p-map";
import { schemaVersion, type RunSummary } from "../reporters/events.ts";
import { oneByOne } from "./crew.ts";
import { InTurn } from "./inTurn.ts";
import { nameSuffix } from "./marks/nameSuffix.ts";
import { openRun, type OpenedRun } from "./openRun.ts";
import { runJob, type Job } from "./runJob.ts";
import type { RunOptions } from "./runOptions.ts";
import { Tally } from "./tally.ts";

/** Runs scenarios, several at a time, and tells the reporters. Throws only for bugs and for what a UserError says. */
export async function runScenarios(options: RunOptions): Promise<RunSummary> {
  const began = performance.now();
  const { reporters, scenarios, signal, repeat = 1, retries = 0 } = options;
  const tally = new Tally();
  const inTurn = new InTurn((event) => {
    tally.count(event);
    for (const reporter of reporters) reporter.on(event);
  });
  const told = inTurn.begin();
  const run = await openRun(options, told.emit);
  tellStart(run, options);
  told.end();
  const repetitions = Array.from({ length: repeat }, (_, index) => index + 1);
  const jobs = repetitions.flatMap((repetition) => scenarios.map((scenario) => ({ scenario, repetition, retries })));
  await runJobs(jobs, run, options, inTurn);
  run.journal.write({ type: "run ended" });
  run.journal.close();
  const summary = tally.summary(jobs.length, signal.aborted);
  const milliseconds = Math.round(performance.now() - began);
  inTurn.begin().emit({ type: "run ended", at: new Date().toISOString(), summary, milliseconds });
  for (const reporter of reporters) await reporter.close?.();
  return summary;
}

function tellStart({ runId, target, pulumi, ...run }: OpenedRun, options: RunOptions): void {
  const { scenarios, selected = scenarios, crew = oneByOne, shard, seed, versions } = options;
  run.emit({
    type: "run started",
    at: new Date().toISOString(),
    schemaVersion,
    runId,
    target: target.description,
    versions: { ...versions, node: process.versions.node, pulumi: pulumi.version?.version ?? "unknown" },
    workers: crew.size,
    selected: selected.map(({ id }) => id),
    scenarios: scenarios.map(({ id }) => id),
    shard,
    seed,
  });
}

async function runJobs(
  jobs: readonly Job[],
  run: OpenedRun,
  { crew = oneByOne, bail = false }: RunOptions,
  inTurn: InTurn,
): Promise<void> {
  let attempts = 0;
  let hasFailed = false;
  // Scenarios that share an account at the same time may use the same name. No suffix is the beginning of another.
  const suffix = () => nameSuffix(run.suffix, attempts++);
  const begin = async (job: Job) => {
    if (run.signal.aborted || (bail && hasFailed)) return;
    const { emit, end } = inTurn.begin();
    const { outcome } = await runJob(job, { ...run, emit }, crew, suffix);
    hasFailed ||= outcome === "failed" || outcome === "inconclusive";
    end();
  };
  // Whoever moves a clock that others share moves it for all of them.
  const isShared = !run.target.abilities.has("exclusive account");
  const movesClock = ({ scenario }: Job) => isShared && scenario.needs.includes("clock");
  const others = jobs.filter((job) => !movesClock(job));
  await pMap(others, begin, { concurrency: crew.size, stopOnError: false });
  await pMap(jobs.filter(movesClock), begin, { concurrency: 1, stopOnError: false });
}
