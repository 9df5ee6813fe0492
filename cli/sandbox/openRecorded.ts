import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { markOf } from "../../runner/marks/mark.ts";
import type { Target, TargetSession } from "../../runner/target.ts";
import { AdministratorRecords } from "../../sandboxes/classes/administratorRecords.ts";
import type { Context } from "../context.ts";
import { classesFolder } from "./classesFolder.ts";

/**
 * Opens a target as an administrator who is written down as long as they are there, after those were removed whose commands could not do so.
 *
 * @param account beside the target's own; absent: its own
 */
export async function openRecorded(
  target: Target,
  account: string | undefined,
  context: Pick<Context, "workingFolder">,
): Promise<Pick<TargetSession, "close"> & { readonly session: TargetSession }> {
  const { lasting } = target;
  if (!lasting) throw new Error("Nothing outlives the process there.");
  const administrators = new AdministratorRecords(join(classesFolder(context), ".administrators"));
  const where = account === undefined ? lasting.url : `${lasting.url} ${account}`;
  for (const mark of await administrators.dead(where)) {
    await (await lasting.takeOver(mark)).close();
    administrators.forget(mark);
  }
  const mark = newMark();
  await administrators.write(mark, where);
  const abandoned = (error: unknown): never => {
    administrators.abandon(mark, where);
    throw error;
  };
  const session = await target.open([], mark).catch(abandoned);
  return {
    session,
    close: async () => {
      await session.close().catch(abandoned);
      administrators.forget(mark);
    },
  };
}

/** Of the administrator whom the target makes for this command alone. */
function newMark() {
  const began = new Date().toISOString().replace(/[-:]/g, "").slice(0, 15);
  return markOf(`${began}-sandbox`, `kl${randomBytes(4).toString("hex")}`, "sandboxes");
}
