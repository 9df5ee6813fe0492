import type { Command } from "commander";
import type { SnapshotTask } from "../aws/snapshots.ts";
import type { Context } from "../context.ts";
import { portOption } from "./portOption.ts";

/** `keylab aws reset` and `keylab aws snapshot`: the state as a whole. */
export function addSnapshot(aws: Command, context: Context): void {
  aws
    .command("reset")
    .description("take it back to what it was at its start")
    .addOption(portOption("port on which it listens"))
    .action(async ({ port }: { port: number }) => {
      const { reset } = await import("../aws/reset.ts");
      await reset({ port }, context);
    });
  const command = aws
    .command("snapshot")
    .description("keep its state under a name, and bring it back (with --data)")
    .helpCommand(false)
    .addOption(portOption("port on which it listens"));
  const run = async (task: SnapshotTask): Promise<void> => {
    const { snapshots } = await import("../aws/snapshots.ts");
    await snapshots(task, command.opts<{ port: number }>(), context);
  };
  command
    .command("list")
    .description("show the names")
    .action(() => run({ kind: "list" }));
  for (const [kind, description] of named) {
    const one = command.command(kind).description(description).argument("<name>", "letters, digits, dots, hyphens");
    one.action((name: string) => run({ kind, name }));
  }
}

const named = [
  ["save", "keep the state under a name"],
  ["load", "bring a state back; the present one is lost"],
  ["delete", "forget one"],
] as const;
