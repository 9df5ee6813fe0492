import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { ObservedAttempts, ObservedCommand } from "../mutations/commandLog.ts";
import type { Observation } from "../mutations/mutateScenario.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { AnswerBook } from "./answerBook.ts";
import { placeholdersIn, withPlaceholders } from "./madeUpIds.ts";
import { recordedInput } from "./recordedInput.ts";
import type { RecordedAttempt, RecordedCommand } from "./scenarioRecord.ts";

const temporary = z.object({ Credentials: z.object({ AccessKeyId: z.string() }) });
const input = z.record(z.string(), z.unknown());

/** What the attempts of the first phase send, for a record: the same in every run. */
export function attemptsOf(scenario: Scenario, { deployments, attempts }: Observation): RecordedAttempt[] {
  const [first] = scenario.phases;
  const placeholders = placeholdersIn(deployments);
  const answers = new AnswerBook(placeholders.keys());
  let number = 0;
  return attempts.map((sent, index) => {
    const isEventual = first?.expect[index]?.isEventual === true;
    return sent.filter(isSent).reduce<RecordedAttempt>((recorded, command) => {
      const next: RecordedCommand = {
        ...named(command),
        input: input.parse(withPlaceholders(recordedInput(command.input, answers), placeholders)),
        session: sessionFrom(command, attempts, scenario),
      };
      const last = recorded.at(-1);
      if (last === undefined || !isSame(last, next)) number += 1;
      if (command.output) answers.note(number, command.output);
      return withNext(recorded, next, isEventual);
    }, []);
  });
}

/** What is only signed, for somebody else to send, is not sent. */
function isSent({ output = {} }: ObservedCommand): boolean {
  return !("presigned" in output);
}

function named({ client, command }: ObservedCommand): Pick<RecordedCommand, "service" | "operation"> {
  return { service: client.replace(/Client$/, ""), operation: command.replace(/Command$/, "") };
}

function isSame(one: RecordedCommand, other: RecordedCommand): boolean {
  return isDeepStrictEqual({ ...one, times: undefined }, { ...other, times: undefined });
}

/** Where AWS takes its time, the same command is sent until it is answered as wanted: that is not at once. */
function withNext(recorded: RecordedAttempt, next: RecordedCommand, isEventual: boolean): RecordedAttempt {
  const last = recorded.at(-1);
  if (last === undefined || !isSame(last, next)) return [...recorded, next];
  return isEventual ? recorded : [...recorded.slice(0, -1), { ...last, times: (last.times ?? 1) + 1 }];
}

/** The session that acts in the same phase with the credentials of an answer. */
function sessionFrom(
  { output }: ObservedCommand,
  attempts: ObservedAttempts,
  { phases: [first], principals }: Scenario,
): string | undefined {
  const { data } = temporary.safeParse(output);
  if (data === undefined) return undefined;
  const { AccessKeyId } = data.Credentials;
  const index = attempts.findIndex((sent) => sent.some(({ accessKeyId }) => accessKeyId === AccessKeyId));
  const principal = first?.expect[index]?.principal;
  return principal === undefined ? undefined : principals[principal]?.session;
}
