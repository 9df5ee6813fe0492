import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import type { Installed } from "../../toolchain/installed.ts";

/** Building the Pulumi CLI from source takes minutes, once for each machine. */
export const installationMilliseconds = 30 * 60 * 1000;

/** The Pulumi CLI, installed first if it has to be. */
export async function testPulumi(): Promise<Installed> {
  return ensurePulumi({
    environment: process.env,
    report: (line) => {
      process.stderr.write(`${line}\n`);
    },
  });
}
