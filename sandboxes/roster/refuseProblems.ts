import { UserError } from "../../errors/userError.ts";
import type { Problem } from "./problem.ts";

const shown = 10;

/**
 * Refuses a file in which something is wrong, all of it in one error and in the order of the file. Does nothing where nothing is
 * wrong.
 *
 * @throws UserError with the first ten problems and the number of the others.
 */
export function refuseProblems(file: string, problems: readonly Problem[]): void {
  const sorted = problems.toSorted((one, other) => one.line - other.line || one.column - other.column);
  const [first] = sorted;
  if (!first) return;
  const nextStep = "Mend the file, and give it again.";
  if (sorted.length === 1) throw new UserError(sentenceOf(file, first), nextStep);
  const lines = sorted.slice(0, shown).map((problem) => `\n  ${sentenceOf(file, problem)}`);
  const others = sorted.length > shown ? `\n  And ${sorted.length - shown} more.` : "";
  throw new UserError(`${file} has ${sorted.length} problems:${lines.join("")}${others}`, nextStep);
}

function sentenceOf(file: string, { line, column, field, says }: Problem): string {
  return `${file}, line ${line}, column ${column}${field === undefined ? "" : `, ${field}`}: ${says}`;
}
