import type { Verdict } from "../reporters/events.ts";
import type { Expectation } from "../scenarios/contract/expectation.ts";
import { attempt } from "./attempt.ts";
import type { HandedOver } from "./deployment.ts";
import { judge } from "./judge.ts";
import type { Sessions } from "./sessions.ts";
import type { Stage } from "./stage.ts";
import { withinTime } from "./timeLimit.ts";
import { changesSomething } from "./waiting/changesSomething.ts";
import { untilSettled } from "./waiting/untilSettled.ts";

/** Where an expectation is checked. */
export interface CheckPlace {
  readonly stage: Stage;
  readonly phase: string;
  readonly deployed: HandedOver;
  readonly sessions: Sessions;
  /** When something was changed last: noted anew by what changes something. */
  readonly lastChange: LastChange;
  /** Aborted when time is over. */
  readonly limit: AbortSignal;
}

/** As `performance.now()`. */
export interface LastChange {
  at: number;
}

/** Tries an expectation until its answers have settled, and tells. Throws a TimedOut when time is over, and an Unsupported. */
export async function checkExpectation(expectation: Expectation, place: CheckPlace): Promise<Verdict> {
  const { scenario, context, target, naming } = place.stage;
  const { principal, action, outcome, isEventual = false } = expectation;
  const { operation, attempt: tried } = action;
  const began = performance.now();
  const session = place.sessions.of(scenario, principal, place.deployed);
  const once = async () => {
    const observation = await withinTime(place.limit, () => attempt(expectation, place.deployed, session, target));
    return judge(outcome, observation, naming);
  };
  const { answers = target.patience.answers } = context.settings;
  const settled = await untilSettled(once, {
    patience: { ...target.patience, answers },
    changedAt: place.lastChange.at,
    isEventual,
    changesSomething: changesSomething(operation),
    signal: AbortSignal.any([context.signal, place.limit]),
  });
  if (settled.observed === "allowed" && changesSomething(operation)) place.lastChange.at = performance.now();
  context.emit({
    type: "expectation checked",
    at: new Date().toISOString(),
    scenario: scenario.id,
    phase: place.phase,
    principal,
    operation,
    attempt: tried,
    ...settled,
    milliseconds: Math.round(performance.now() - began),
  });
  return settled.verdict;
}
