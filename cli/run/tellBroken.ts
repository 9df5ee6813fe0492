import type { Multiplexer } from "../../reporters/multiplexer.ts";
import { remark, type Context } from "../context.ts";

/** Tells which reporters broke, and sets the exit code: a report that is missing is no success. */
export function tellBroken({ problems }: Multiplexer, context: Context): void {
  for (const [name, error] of problems) {
    remark(context, `${name} broke: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (problems.size > 0) context.finish(1);
}
