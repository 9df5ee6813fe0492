import { proveClass } from "../../sandboxes/isolation/proveClass.ts";
import type { ChangePlace } from "../../sandboxes/terms/changeLease.ts";
import { counted } from "../aws/counted.ts";
import { print, remark, type Context } from "../context.ts";
import type { ClassOptions } from "./classOptions.ts";
import { withClass } from "./withClass.ts";

/** Proves that the sandboxes of a class are isolated, and tells it. Sets the exit code: 1 if they are not. */
export async function prove(options: ClassOptions, context: Context): Promise<void> {
  await withClass(options, context, async (change) => {
    if (!(await proveAndTell(change, context))) context.finish(1);
  });
}

/** Whether they are isolated. */
export async function proveAndTell(change: ChangePlace, context: Context): Promise<boolean> {
  remark(context, "Proving that nobody gets at what is another's …");
  const { attempts, breaks, partners } = await proveClass(change);
  const whom = partners === "everybody" ? "everybody else" : `${partners} others each`;
  if (breaks.length === 0) {
    print(context, `Isolated: ${counted(attempts, "attempt")} on what is another's, towards ${whom}, all denied.`);
    return true;
  }
  for (const sentence of change.folder.isolation?.breaks ?? []) print(context, `NOT ISOLATED: ${sentence}`);
  print(context, "Nothing is handed out.");
  return false;
}
