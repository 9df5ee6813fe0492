/**
 * `npm run test:kill-runs`: 150 runs of scenarios, of which about four in five meet a kill -9 before they end, each followed by
 * `keylab sweep`, in part with `--chaos` on; `npm run test:kill-runs -- <seed> <rounds>` repeats or extends it.
 */
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRuns } from "../test/sweep/killRuns.ts";
import { withSharedAws } from "../test/sweep/withSharedAws.ts";

/** One batch in three meets faults. */
const roundsOfBatch = 10;
const chaos = "throttle=0.01,error=0.005,drop=0.005";

const [seed = randomInt(2 ** 31), rounds = 150] = process.argv.slice(2).map(Number);
console.log(`seed ${seed}, ${rounds} rounds`);
const broken: string[] = [];
let killed = 0;
let swept = 0;
for (let done = 0; done < rounds; done += roundsOfBatch) {
  const isChaotic = (done / roundsOfBatch) % 3 === 2;
  const folder = await mkdtemp(join(tmpdir(), "keylab-kill-runs-"));
  const args = isChaotic ? ["--chaos", `seed=${(seed + done) % 1_000_000},${chaos}`] : [];
  const report = await withSharedAws(folder, args, (aws) =>
    killRuns({ ...aws, seed: seed + done, rounds: Math.min(roundsOfBatch, rounds - done), isChaotic }),
  );
  await rm(folder, { recursive: true });
  killed += report.killed;
  swept += report.swept;
  broken.push(...report.broken);
  for (const sentence of report.broken) console.log(sentence);
  const moments = Object.entries(report.moments).map(([moment, count]) => `${count} ${moment}`);
  const how = `${isChaotic ? ", with chaos" : ""}: ${moments.join(", ")}`;
  console.log(`${done + report.rounds} rounds, ${killed} killed, ${swept} swept, ${broken.length} broken${how}`);
}
if (broken.length > 0) process.exitCode = 1;
