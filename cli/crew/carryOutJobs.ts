import { parentPort, workerData } from "node:worker_threads";
import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import { mutateScenario } from "../../mutations/mutateScenario.ts";
import type { RunContext } from "../../runner/runContext.ts";
import { runScenario } from "../../runner/runScenario.ts";
import { scenarios } from "../../scenarios/index.ts";
import { Interrupted } from "../interruption.ts";
import { openTarget } from "../run/openTarget.ts";
import { readTarget } from "../run/targetChoice.ts";
import { threadData, type FromThread, type Job, type ToThread } from "./job.ts";

/** Carries out what the main thread wants, a job at a time. */
const data = threadData.parse(workerData);
const abortion = new AbortController();
const target = openTarget(readTarget(data.target, data), data);
const pulumi = PulumiCommand.get({ root: data.pulumiRoot });

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "abort") abortion.abort(new Interrupted());
  else carryOut(message).then(tell, (error: unknown) => tell({ kind: "broken", error }));
});

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function carryOut({ kind, scenario: id, folder, suffix }: Job): Promise<FromThread> {
  const scenario = scenarios.find((known) => known.id === id);
  if (!scenario) throw new Error(`There is no scenario ${id}.`);
  const context: RunContext = {
    target: await target,
    pulumi: await pulumi,
    pulumiHome: data.pulumiHome,
    folder,
    suffix,
    signal: abortion.signal,
    backend: data.backend,
    settings: data.settings,
    emit: (event) => tell({ kind: "event", event }),
  };
  if (kind === "mutate") return { kind: "mutated", fates: await mutateScenario(scenario, context) };
  return { kind: "ended", ending: await runScenario(scenario, context) };
}
