import { join } from "node:path";
import type { Context } from "../context.ts";
import { keylabFolder } from "../keylabFolder.ts";

/** Where runs are kept, each in a folder that is named after it. */
export function runsFolder(context: Pick<Context, "workingFolder">): string {
  return join(keylabFolder(context), "runs");
}
