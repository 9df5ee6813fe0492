import type { ScenarioEnded, Verdict } from "../reporters/events.ts";
import type { Expectation, Naming } from "../scenarios/contract/expectation.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { attempt } from "./attempt.ts";
import type { CredentialsFolder } from "./credentialsFolder.ts";
import type { Deployment, HandedOver } from "./deployment.ts";
import type { Engine } from "./engine.ts";
import { during, StageError } from "./during.ts";
import { EngineError } from "./engineError.ts";
import { judge } from "./judge.ts";
import { problemsOf } from "./problemsOf.ts";
import type { RunContext } from "./runContext.ts";
import { Sessions } from "./sessions.ts";
import type { TargetSession } from "./target.ts";
import { untilPassed } from "./untilPassed.ts";

/** A scenario run that is ready to deploy. */
export interface Stage {
  readonly scenario: Scenario;
  readonly context: RunContext;
  readonly target: TargetSession;
  readonly engine: Engine;
  readonly deployment: Deployment;
  readonly files: CredentialsFolder;
  readonly naming: Naming;
}

/** How the phases of a scenario ended. */
export interface PhasesEnded extends Pick<ScenarioEnded, "outcome" | "problems"> {
  /** Whether the problem is that the engine could not deploy a phase. */
  readonly isUndeployable?: boolean;
}

type Phase = Scenario["phases"][number];

/** Runs the phases one after the other. A phase that cannot be deployed ends the scenario; a failed expectation does not. */
export async function runPhases(stage: Stage): Promise<PhasesEnded> {
  const sessions = new Sessions(stage.target);
  const verdicts: Verdict[] = [];
  let parameters = stage.scenario.parameters;
  try {
    for (const [index, phase] of stage.scenario.phases.entries()) {
      if (stage.context.signal.aborted) break;
      parameters = { ...parameters, ...phase.set };
      verdicts.push(...(await runPhase(stage, phase, index === 0 || phase.set ? parameters : undefined, sessions)));
    }
    return { outcome: outcomeOf(verdicts, stage.context.signal), problems: [] };
  } catch (error) {
    if (stage.context.signal.aborted) return { outcome: "interrupted", problems: [] };
    return {
      outcome: "failed",
      problems: problemsOf(error, { stage: "phase" }),
      isUndeployable: isUndeployable(error),
    };
  } finally {
    sessions.close();
  }
}

function isUndeployable(error: unknown): boolean {
  return error instanceof StageError && error.place.stage === "deployment" && error.cause instanceof EngineError;
}

function outcomeOf(verdicts: readonly Verdict[], signal: AbortSignal): PhasesEnded["outcome"] {
  if (signal.aborted) return "interrupted";
  if (verdicts.includes("failed")) return "failed";
  return verdicts.includes("inconclusive") ? "inconclusive" : "passed";
}

/** `changed` are the parameters to deploy with; absent if the phase changes nothing. */
async function runPhase(
  stage: Stage,
  phase: Phase,
  changed: object | undefined,
  sessions: Sessions,
): Promise<Verdict[]> {
  const { context, scenario } = stage;
  const began = performance.now();
  const named = { scenario: scenario.id, phase: phase.name };
  context.emit({ type: "phase started", at: now(), ...named });
  if (changed) await deploy(stage, phase.name, changed);
  const { waitMinutes } = phase;
  if (waitMinutes !== undefined) {
    await during({ stage: "hook", phase: phase.name }, async () => stage.target.advanceClock?.(waitMinutes * 60_000));
  }
  const deployed = await stage.deployment.deployed();
  const verdicts: Verdict[] = [];
  for (const expectation of phase.expect) {
    if (context.signal.aborted) break;
    verdicts.push(await check(stage, phase.name, expectation, deployed, sessions));
  }
  context.emit({ type: "phase ended", at: now(), ...named, milliseconds: since(began) });
  return verdicts;
}

async function deploy(stage: Stage, phase: string, parameters: object): Promise<void> {
  const { context, scenario, engine, deployment, files } = stage;
  const began = performance.now();
  const changes = await during({ stage: "deployment", phase }, () => engine.up(deployment.program(parameters)));
  await during({ stage: "hook", phase }, async () => files.write(scenario, await deployment.deployed()));
  context.emit({
    type: "phase deployed",
    at: now(),
    scenario: scenario.id,
    phase,
    changes,
    milliseconds: since(began),
  });
}

async function check(
  { scenario, context, target, naming }: Stage,
  phase: string,
  expectation: Expectation,
  deployed: HandedOver,
  sessions: Sessions,
): Promise<Verdict> {
  const { principal, action, outcome } = expectation;
  const began = performance.now();
  const session = sessions.of(scenario, principal, deployed);
  const once = async () => judge(outcome, await attempt(expectation, deployed, session, target), naming);
  const judged = await (expectation.isEventual === true ? untilPassed(once, context.signal, target.patience) : once());
  const { operation, attempt: tried } = action;
  context.emit({
    type: "expectation checked",
    at: now(),
    scenario: scenario.id,
    phase,
    principal,
    operation,
    attempt: tried,
    ...judged,
    tries: 1,
    milliseconds: since(began),
  });
  return judged.verdict;
}

function now(): string {
  return new Date().toISOString();
}

function since(began: number): number {
  return Math.round(performance.now() - began);
}
