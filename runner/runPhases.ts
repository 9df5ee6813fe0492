import type { ScenarioEnded, Verdict } from "../reporters/events.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { checkExpectation, type LastChange } from "./checkExpectation.ts";
import { deployedPolicies } from "./deployedPolicies.ts";
import { during, StageError } from "./during.ts";
import { EngineError } from "./engineError.ts";
import { letTimePass } from "./letTimePass.ts";
import { problemsOf } from "./problemsOf.ts";
import { Sessions } from "./sessions.ts";
import type { Stage } from "./stage.ts";
import { Unsupported, unsupportedDeployment } from "./unsupported.ts";
import { engineGraceMilliseconds, timeLimit, withinTime } from "./timeLimit.ts";

/** How the phases of a scenario ended. */
export interface PhasesEnded extends Pick<ScenarioEnded, "outcome" | "problems" | "unsupported"> {
  /** Whether the problem is that the engine could not deploy a phase. */
  readonly isUndeployable?: boolean;
}

type Phase = Scenario["phases"][number];

/** Runs the phases one after the other. A phase that cannot be deployed ends the scenario; a failed expectation does not. */
export async function runPhases(stage: Stage): Promise<PhasesEnded> {
  const { scenario, context } = stage;
  const sessions = new Sessions(stage.target);
  const verdicts: Verdict[] = [];
  const whole = timeLimit("The scenario", context.settings.scenarioTimeout);
  let { parameters } = scenario;
  try {
    // What made the room is no phase's.
    await stage.target.takeAudited?.();
    for (const [index, phase] of scenario.phases.entries()) {
      if (context.signal.aborted) break;
      parameters = { ...parameters, ...phase.set };
      const changed = index === 0 || phase.set ? parameters : undefined;
      await runPhase(stage, { phase, changed, sessions, verdicts, whole: whole.signal });
    }
    return { outcome: outcomeOf(verdicts, context.signal), problems: [] };
  } catch (error) {
    if (context.signal.aborted) return { outcome: "interrupted", problems: [] };
    const problems = problemsOf(error, { stage: "phase" });
    if (isUnsupported(error)) return { outcome: outcomeOfCarried(verdicts), problems, unsupported: true };
    return { outcome: "failed", problems, isUndeployable: isUndeployable(error) };
  } finally {
    whole.stop();
    sessions.close();
  }
}

function isUnsupported(error: unknown): boolean {
  return error instanceof StageError && error.cause instanceof Unsupported;
}

/** What was decided wrongly before the target could not go on stays wrong; what was right proves nothing of the whole. */
function outcomeOfCarried(verdicts: readonly Verdict[]): PhasesEnded["outcome"] {
  return verdicts.includes("failed") ? "failed" : "skipped";
}

function isUndeployable(error: unknown): boolean {
  return error instanceof StageError && error.place.stage === "deployment" && error.cause instanceof EngineError;
}

function outcomeOf(verdicts: readonly Verdict[], signal: AbortSignal): PhasesEnded["outcome"] {
  if (signal.aborted) return "interrupted";
  if (verdicts.includes("failed")) return "failed";
  return verdicts.includes("inconclusive") ? "inconclusive" : "passed";
}

/** A phase that is about to run. */
interface PhaseOrder {
  readonly phase: Phase;
  /** The parameters to deploy with; absent if the phase changes nothing. */
  readonly changed: object | undefined;
  readonly sessions: Sessions;
  /** What has come of it so far: each expectation adds its own. */
  readonly verdicts: Verdict[];
  /** The time limit of the scenario. */
  readonly whole: AbortSignal;
}

async function runPhase(stage: Stage, order: PhaseOrder): Promise<void> {
  const { phase, whole } = order;
  const { scenarioTimeout, phaseTimeout = scenarioTimeout } = stage.context.settings;
  const own = timeLimit("The phase", phaseTimeout);
  const limit = AbortSignal.any([whole, own.signal]);
  try {
    await carryOut(stage, order, limit);
  } catch (error) {
    // What fails after its time was over fails because of it.
    if (limit.aborted) throw new StageError({ stage: "timeout", phase: phase.name }, limit.reason);
    throw error instanceof StageError ? error : new StageError({ stage: "phase", phase: phase.name }, error);
  } finally {
    own.stop();
  }
}

async function carryOut(
  stage: Stage,
  { phase, changed, sessions, verdicts }: PhaseOrder,
  limit: AbortSignal,
): Promise<void> {
  const { context, scenario, target, deployment } = stage;
  const began = performance.now();
  const named = { scenario: scenario.id, phase: phase.name };
  context.emit({ type: "phase started", at: now(), ...named });
  if (changed) await deploy(stage, phase.name, changed, limit);
  const { waitMinutes } = phase;
  if (waitMinutes !== undefined) {
    const stop = AbortSignal.any([context.signal, limit]);
    await during({ stage: "hook", phase: phase.name }, () => letTimePass(target, waitMinutes, stop));
  }
  const lastChange: LastChange = { at: performance.now() };
  const deployed = await deployment.deployed();
  const place = { stage, phase: phase.name, deployed, sessions, lastChange, limit };
  for (const expectation of phase.expect) {
    if (context.signal.aborted) break;
    verdicts.push(await checkExpectation(expectation, place));
  }
  const audited = await target.takeAudited?.();
  if (audited) context.emit({ type: "phase audited", at: now(), ...named, events: audited });
  context.emit({ type: "phase ended", at: now(), ...named, milliseconds: since(began) });
}

async function deploy(stage: Stage, phase: string, parameters: object, limit: AbortSignal): Promise<void> {
  const { context, scenario, target, engine, deployment, files } = stage;
  const began = performance.now();
  const up = async () => {
    try {
      return await engine.up(deployment.program(parameters), limit);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const unsupported = unsupportedDeployment(error, target.failedCalls?.() ?? []);
      if (unsupported !== undefined) throw unsupported;
      throw error;
    }
  };
  const changes = await during({ stage: "deployment", phase }, () => withinTime(limit, up, engineGraceMilliseconds));
  await during({ stage: "hook", phase }, async () => files.write(scenario, await deployment.deployed()));
  context.emit({
    type: "phase deployed",
    at: now(),
    scenario: scenario.id,
    phase,
    changes,
    policies: deployedPolicies(engine.standing()),
    milliseconds: since(began),
  });
}

function now(): string {
  return new Date().toISOString();
}

function since(began: number): number {
  return Math.round(performance.now() - began);
}
