import type { Expectation } from "../../scenarios/contract/expectation.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import type { RecordedAttempt, ScenarioRecord } from "../scenarioRecord.ts";
import { actorOf } from "./actor.ts";
import { commandSteps } from "./commandSteps.ts";
import { isWritable } from "./isWritable.ts";
import { neededAnswers, variablesOf } from "./neededAnswers.ts";
import { placeholdersOf } from "./placeholders.ts";
import { shellLines } from "./shellLines.ts";

/** An expectation of the first phase, as it is tried by hand. */
export interface AttemptByHand {
  readonly expectation: Expectation;
  readonly sends: RecordedAttempt;
  /** Lines of shell; none where there is no way by hand. */
  readonly lines: readonly string[];
}

/** What is tried in the first phase, in its order. */
export function attemptsByHand(scenario: Scenario, record: ScenarioRecord): readonly AttemptByHand[] {
  const [first] = scenario.phases;
  const answers = neededAnswers(record.attempts);
  const placeholders = new Map([...placeholdersOf(record.resources), ...variablesOf(answers)]);
  const numbered = record.attempts.flat();
  return (first?.expect ?? []).map((expectation, index) => {
    const sends = record.attempts[index] ?? [];
    const source = scenario.principals[expectation.principal];
    const actor = source && actorOf(source, record);
    if (actor === undefined || !sends.every(isWritable)) return { expectation, sends, lines: [] };
    const steps = sends.flatMap((command) => {
      return commandSteps({ command, region: actor.region, kept: answers.get(numbered.indexOf(command) + 1) });
    });
    return { expectation, sends, lines: steps.flatMap((step) => shellLines(step, placeholders, actor.profile)) };
  });
}
