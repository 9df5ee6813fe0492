import type { ExpectationChecked, Problem, RunEvent } from "../reporters/events.ts";
import { rehearse } from "../runner/rehearse.ts";
import type { RunContext } from "../runner/runContext.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { CommandLog, type ObservedAttempts } from "./commandLog.ts";
import type { Mutation } from "./mutation.ts";
import { mutationsOf } from "./mutationsOf.ts";
import { Observer } from "./observer.ts";
import type { ObservedDeployment } from "./observedResource.ts";
import { Saboteur } from "./saboteur.ts";

/** What came of a mistake. */
export interface Fate extends Pick<Mutation, "name" | "sharedAs"> {
  /** `noticed` by an expectation; `refused` by AWS, which did not let it be deployed; or it `survived`. */
  readonly outcome: "noticed" | "refused" | "survived";
  /** The expectation, or the error of AWS; empty if it survived. */
  readonly by: string;
}

/** What a scenario does. May contain secrets. */
export interface Observation {
  /** What it deploys, deployment by deployment. */
  readonly deployments: readonly ObservedDeployment[];
  /** What the attempts of its first phase send. */
  readonly attempts: ObservedAttempts;
}

/** Runs a scenario and looks on. Throws an Error if it does not pass. */
export async function observe(scenario: Scenario, context: RunContext): Promise<Observation> {
  const observer = new Observer();
  const log = new CommandLog();
  const failures: string[] = [];
  const emit = (event: RunEvent) => {
    log.note(event);
    if (isFailure(event)) failures.push(describe(event));
  };
  const target = log.listenTo(context.target);
  const { outcome, problems } = await rehearse(scenario, { ...context, target, emit, witness: () => observer.witness });
  context.signal.throwIfAborted();
  if (outcome === "passed")
    return { deployments: await observer.deployments(), attempts: log.firstPhaseOf(scenario.id) };
  throw new Error(`${scenario.id} does not pass as it stands: ${[textOf(problems), ...failures].join("; ")}`);
}

/**
 * Makes every mistake in what a scenario deploys, each on its own, and sees whether its expectations notice. One after the
 * other: what is refused would end other programs of this process as well (pulumi/pulumi#10744).
 */
export async function mutateScenario(scenario: Scenario, context: RunContext): Promise<readonly Fate[]> {
  const fates: Fate[] = [];
  const { deployments } = await observe(scenario, context);
  for (const mutation of mutationsOf(deployments)) {
    const make = () => fateOf(mutation, scenario, context);
    // A busy machine loses a connection now and then, which has nothing to do with the mistake.
    fates.push(await make().catch(make));
  }
  return fates;
}

async function fateOf(mutation: Mutation, scenario: Scenario, context: RunContext): Promise<Fate> {
  context.signal.throwIfAborted();
  const noticed = new AbortController();
  let by = "";
  const emit = (event: RunEvent) => {
    if (!isFailure(event) || noticed.signal.aborted) return;
    by = describe(event);
    noticed.abort();
  };
  const signal = AbortSignal.any([context.signal, noticed.signal]);
  const { witness } = new Saboteur(mutation);
  const { problems, isUndeployable } = await rehearse(scenario, { ...context, signal, emit, witness: () => witness });
  context.signal.throwIfAborted();
  const { name, sharedAs } = mutation;
  if (noticed.signal.aborted) return { name, sharedAs, outcome: "noticed", by };
  if (problems.length === 0) return { name, sharedAs, outcome: "survived", by };
  const error = isUndeployable === true ? errorIn(problems) : undefined;
  if (error !== undefined) return { name, sharedAs, outcome: "refused", by: error };
  throw new Error(`${scenario.id}, ${name}: ${textOf(problems)}`);
}

/** The name of AWS's error, whose message is another in every run. Nothing if something else went wrong. */
function errorIn(problems: readonly Problem[]): string | undefined {
  return /\b[A-Z]\w+(Exception|Denied|Error|Document|Entity)(?=: )/.exec(textOf(problems))?.[0];
}

function textOf(problems: readonly Problem[]): string {
  return problems.map(({ message }) => message).join("; ");
}

function isFailure(event: RunEvent): event is ExpectationChecked {
  return event.type === "expectation checked" && event.verdict !== "passed";
}

function describe({ principal, attempt, phase }: ExpectationChecked): string {
  return `${principal}: ${attempt} (${phase})`;
}
