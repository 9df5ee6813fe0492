import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { UnlockOptions } from "../unlock/unlock.ts";

/** `keylab unlock`: who works on an environment, and an end to locks of the dead. */
export function addUnlock(program: Command, context: Context): void {
  program
    .command("unlock")
    .description("tell who has locked the stacks of pulumi up and since when, and remove the locks of whoever is gone")
    .argument("[stack]", "which one, as stack or project/stack; all if none is named")
    .option("--backend <url>", "of the stacks: file://…, s3://… or postgres://… (default: $PULUMI_BACKEND_URL)")
    .option("--force", "also locks whose process still runs")
    .option("--yes", "do not ask")
    .action(async (stack: string | undefined, options: UnlockOptions) => {
      const { unlock } = await import("../unlock/unlock.ts");
      await unlock(stack, options, context);
    });
}
