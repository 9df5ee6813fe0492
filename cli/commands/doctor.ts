import type { Command } from "commander";
import type { Context } from "../context.ts";

/** `keylab doctor`: whether the main job could run on this machine. */
export function addDoctor(program: Command, context: Context): void {
  program
    .command("doctor")
    .description("show what Keylab needs, what was found, and how to mend what is missing")
    .action(async () => {
      const { doctor } = await import("../doctor.ts");
      await doctor(context);
    });
}
