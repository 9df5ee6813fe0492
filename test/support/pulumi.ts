import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import type { Installed } from "../../toolchain/installed.ts";

/** Building the Pulumi CLI from source takes minutes, once for each machine. */
export const installationMilliseconds = 30 * 60 * 1000;

let found: Promise<Installed> | undefined;
let command: Promise<PulumiCommand> | undefined;

/** The Pulumi CLI, installed first if it has to be. Looked for once: that starts it twice. */
export async function testPulumi(): Promise<Installed> {
  found ??= ensurePulumi({
    environment: process.env,
    report: (line) => {
      process.stderr.write(`${line}\n`);
    },
  });
  return found;
}

/** The same, for the Automation API. */
export async function testPulumiCommand(): Promise<PulumiCommand> {
  const { root } = await testPulumi();
  command ??= PulumiCommand.get({ root });
  return command;
}
