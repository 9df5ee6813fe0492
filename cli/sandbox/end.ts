import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { ClassDesk } from "../../sandboxes/classDesk.ts";
import { classNames } from "../../sandboxes/classes/classFolder.ts";
import type { ClassReport } from "../../sandboxes/end/classReport.ts";
import { hasEnded } from "../../sandboxes/classes/putAwayEnded.ts";
import { closeClass, reportFile } from "../../sandboxes/end/closeClass.ts";
import { ask } from "../ask.ts";
import { counted } from "../aws/counted.ts";
import { print, type Context } from "../context.ts";
import { writeProblem } from "../keylabFolder.ts";
import { classesFolder, findClass } from "./classesFolder.ts";
import type { ClassOptions } from "./classOptions.ts";
import { tellProgress } from "./tellProgress.ts";
import { withClass } from "./withClass.ts";

/** What `keylab sandbox end` was told. */
export interface EndOptions extends ClassOptions {
  /** Whether all classes end. */
  readonly all?: boolean;
  readonly yes?: boolean;
  /** A file for what each student has reached, as CSV. */
  readonly grades?: string;
}

/**
 * Ends the sandboxes that are named, or a whole class, or all classes. Sets the exit code: 0 if nothing is left, 1 if something is.
 *
 * @throws UserError where nobody says yes.
 */
export async function end(leases: readonly string[], options: EndOptions, context: Context): Promise<void> {
  if (leases.length > 0) return endLeases(leases, options, context);
  if (options.all === true && options.class !== undefined) {
    throw new UserError("Which classes end?", "Give --all or --class, and not both.");
  }
  const names =
    options.all === true ? classNames(classesFolder(context)) : [findClass(options.class, context).record.name];
  for (const name of names) await endClass({ ...options, class: name }, context);
}

async function endLeases(leases: readonly string[], options: EndOptions, context: Context): Promise<void> {
  await confirm(`${leases.join(", ")} and everything in ${leases.length === 1 ? "it" : "them"}`, options, context);
  await withClass(options, context, async (change) => {
    const desk = new ClassDesk(change);
    for (const lease of leases) {
      await desk.end(lease);
      const { state, remaining } = change.folder.leases.get(lease);
      print(context, `${lease} ${state}.`);
      for (const { item, reason } of remaining) print(context, `  left: ${item}\n    ${reason}`);
      if (state !== "ended") context.finish(1);
    }
  });
}

async function endClass(options: EndOptions, context: Context): Promise<void> {
  const known = findClass(options.class, context);
  if (hasEnded(known.folder)) {
    print(context, `The class ${known.record.name} had ended before: ${reportFile(known.folder)}`);
    return;
  }
  const count = known.folder.leases.list().filter(({ state }) => state !== "ended").length;
  const what = `${counted(count, "sandbox", "sandboxes")} of the class ${known.record.name} and everything in them`;
  await confirm(what, options, context);
  await withClass(options, context, async (change) => {
    const { report, grades, exposed } = await closeClass(change, tellProgress("ended", context));
    if (options.grades !== undefined) await writeGrades(resolve(context.workingFolder, options.grades), grades);
    for (const line of reportLines(report)) print(context, line);
    for (const { path, reason } of report.handOuts) print(context, `A hand-out is still there: ${path}\n  ${reason}`);
    for (const file of exposed) print(context, `A credential still stands in ${file}.`);
    print(context, `Report: ${reportFile(change.folder)}`);
    if (report.remaining.length + report.handOuts.length + exposed.length > 0) context.finish(1);
  });
}

async function confirm(what: string, { yes = false }: EndOptions, context: Context): Promise<void> {
  if (yes) return;
  if (context.stdin.isTTY !== true || context.stderr.isTTY !== true) {
    throw new UserError(`There is no terminal to ask whether ${what} may be removed.`, "Pass --yes if they may.");
  }
  const answer = await ask(`Remove ${what}? [y/N] `, new AbortController().signal, context);
  if (!/^y(es)?$/i.test(answer.trim())) throw new UserError("Nothing was removed.", "Pass --yes to go on at once.", 1);
}

async function writeGrades(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 }).catch((error: unknown) => {
    throw writeProblem(file, error) ?? error;
  });
}

function reportLines({ class: name, leases, remaining, pendingKeys, cost }: ClassReport): string[] {
  const students = leases.reduce((sum, lease) => sum + lease.students.length, 0);
  const ended = leases.filter(({ state }) => state === "ended").length;
  const reached = leases.flatMap(({ checkpoints }) => checkpoints).filter(({ reachedAt }) => reachedAt !== undefined);
  return [
    `Class ${name}: ${counted(students, "student")}, ${ended} of ${counted(leases.length, "sandbox", "sandboxes")} ended, ` +
      `${counted(reached.length, "checkpoint")} reached, about ${cost.toFixed(2)} USD.`,
    ...(remaining.length === 0 ? ["Nothing is left."] : ["Left:"]),
    ...remaining.map(({ lease, item, reason }) => `  ${lease}: ${item}\n    ${reason}`),
    ...(pendingKeys.length === 0 ? [] : ["Keys pending deletion:"]),
    ...pendingKeys.map(({ arn, lease, deletionDate = "after its replicas" }) => `  ${lease}: ${arn}  ${deletionDate}`),
  ];
}
