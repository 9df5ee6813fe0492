import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { expectationText } from "../expectationText.ts";
import type { RecordedAttempt, ScenarioRecord } from "../scenarioRecord.ts";
import { attemptsByHand, type AttemptByHand } from "./attempts.ts";
import { cliName, cliService } from "./cliName.ts";

/** What is tried in the first phase: what must come of it, as a comment of a shell, and the commands. */
export function attemptLines(scenario: Scenario, record: ScenarioRecord): readonly string[] {
  return attemptsByHand(scenario, record).flatMap(({ expectation, sends, lines }) => [
    "",
    `# ${sentence(expectation)}`,
    ...(lines.length === 0 ? sentText(sends) : lines),
  ]);
}

function sentence(expectation: AttemptByHand["expectation"]): string {
  const [principal, can, attempt, because] = expectationText(expectation);
  const text = [principal, can, attempt].join(" ").replaceAll(/\s+/g, " ");
  return `${text}${because === undefined ? "" : `: ${because}`}`;
}

/** What is sent where there is no way by hand. */
function sentText(sends: RecordedAttempt): readonly string[] {
  const sent = sends.map(({ service, operation, times }) => {
    return `${cliService(service)} ${cliName(operation)}${times === undefined ? "" : `, ${times} times at once`}`;
  });
  return sent.length === 0 ? [] : [`# (A program sends ${sent.join("; ")}.)`];
}
