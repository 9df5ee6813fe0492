import type { IsolationMatrix } from "../../sandboxes/isolation/isolationMatrix.ts";
import { breakText, proveClass } from "../../sandboxes/isolation/proveClass.ts";
import type { ChangePlace } from "../../sandboxes/terms/changeLease.ts";
import { counted } from "../aws/counted.ts";
import { print, remark, type Context } from "../context.ts";
import type { ClassOptions } from "./classOptions.ts";
import { matrixLines } from "./matrixLines.ts";
import { visibleLine } from "./visibleLine.ts";
import { withClass } from "./withClass.ts";

/** What `keylab sandbox prove` was told. */
export interface ProveOptions extends ClassOptions {
  /** Whether the matrix is drawn. */
  readonly matrix?: boolean;
  /** Whether all is told as JSON, and nothing else. */
  readonly json?: boolean;
}

/** Proves that the sandboxes of a class are isolated, and tells it. Sets the exit code: 1 if they are not. */
export async function prove(options: ProveOptions, context: Context): Promise<void> {
  await withClass(options, context, async (change) => {
    const matrix = await proveAloud(change, context);
    if (options.json === true) print(context, JSON.stringify(matrix, undefined, 2));
    else tell(matrix, context);
    if (options.json !== true && options.matrix === true) {
      for (const line of ["", ...matrixLines(matrix)]) print(context, line);
    }
    if (matrix.breaks.length > 0) context.finish(1);
  });
}

/** Whether they are isolated. */
export async function proveAndTell(change: ChangePlace, context: Context): Promise<boolean> {
  const matrix = await proveAloud(change, context);
  tell(matrix, context);
  return matrix.breaks.length === 0;
}

async function proveAloud(change: ChangePlace, context: Context): Promise<IsolationMatrix> {
  remark(context, "Proving that nobody gets at what is another's …");
  return proveClass(change);
}

function tell({ attempts, breaks, partners, visible }: IsolationMatrix, context: Context): void {
  const whom = partners === "everybody" ? "everybody else" : `${partners} others each`;
  if (breaks.length === 0) {
    print(context, `Isolated: ${counted(attempts, "attempt")} on what is another's, towards ${whom}, all denied.`);
  }
  for (const one of breaks) print(context, `NOT ISOLATED: ${breakText(one)}`);
  if (visible.length > 0) print(context, visibleLine(visible));
  if (breaks.length > 0) print(context, "Nothing is handed out.");
}
