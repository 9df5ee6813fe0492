/**
 * `npm run test:kill-sandboxes`: 30 classes of two students, whose `up`, `sweep` and `end` meet a kill -9 once or twice each before they are let go on;
 * `npm run test:kill-sandboxes -- <seed> <rounds>` repeats or extends it.
 */
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killSandboxes } from "../test/sandboxes/killSandboxes.ts";
import { withSharedAws } from "../test/sweep/withSharedAws.ts";

const [seed = randomInt(2 ** 20), rounds = 30] = process.argv.slice(2).map(Number);
console.log(`seed ${seed}, ${rounds} rounds`);
const folder = await mkdtemp(join(tmpdir(), "keylab-kill-sandboxes-"));
const report = await withSharedAws(folder, [], (aws) => killSandboxes({ ...aws, seed, rounds }));
await rm(folder, { recursive: true });
for (const sentence of report.broken) console.log(sentence);
const { up, sweep, end } = report.killed;
console.log(`${report.rounds} classes; killed: ${up} up, ${sweep} sweep, ${end} end; ${report.broken.length} broken`);
if (report.broken.length > 0) process.exitCode = 1;
