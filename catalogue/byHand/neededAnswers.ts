import { answerPlaceholder, readAnswer } from "../answers.ts";
import { bytesMember } from "../recordedBytes.ts";
import type { RecordedAttempt } from "../scenarioRecord.ts";
import { answerFile, answerVariable } from "./answerNames.ts";
import { isWritable } from "./isWritable.ts";
import type { Kept } from "./step.ts";

/** An answer that is kept, and what stands for it in a record. */
export type KeptAnswer = Kept & { readonly placeholder: string };

/** What later commands need of the answers to earlier ones, which are numbered from 1: one value of each. What has no way by hand needs none. */
export function neededAnswers(attempts: readonly RecordedAttempt[]): ReadonlyMap<number, KeptAnswer> {
  const texts = attempts
    .flat()
    .filter(isWritable)
    .flatMap(({ input }) => textsIn(input, ""));
  return new Map(
    texts.flatMap(({ name, text }) => {
      const answered = readAnswer(text);
      if (answered === undefined) return [];
      const common = { query: answered.path, placeholder: answerPlaceholder(answered) };
      const where = name === bytesMember ? { file: answerFile(answered) } : { variable: answerVariable(answered) };
      return [[answered.command, { ...common, ...where }] as const];
    }),
  );
}

/** The placeholders for kept texts, and the shell variables that have them. */
export function variablesOf(answers: ReadonlyMap<number, KeptAnswer>): ReadonlyMap<string, string> {
  const kept = [...answers.values()];
  return new Map(kept.flatMap((answer) => ("variable" in answer ? [[answer.placeholder, answer.variable]] : [])));
}

function textsIn(value: unknown, name: string): readonly { readonly name: string; readonly text: string }[] {
  if (typeof value === "string") return [{ name, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]: [string, unknown]) => textsIn(inner, member));
}
