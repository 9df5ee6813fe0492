/** A program of its own: what `keylab` does about the Pulumi CLI, offline, in a process that a test can kill. */
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import { offlineInstaller } from "./fakeMachine.ts";

const report = (line: string) => process.stdout.write(`${line}\n`);
const { source } = await ensurePulumi({ environment: process.env, report, installer: offlineInstaller });
process.stdout.write(`source: ${source}\n`);
