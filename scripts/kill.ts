/** `npm run test:kill-aws`: 100 times a kill -9 under load; `npm run test:kill-aws -- <seed> <rounds>` repeats or extends a run. */
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRounds } from "../test/kill/killRounds.ts";

/** A folder grows with its history, and so does the time of a start. */
const roundsOfFolder = 20;

const [seed = randomInt(2 ** 31), rounds = 100] = process.argv.slice(2).map(Number);
console.log(`seed ${seed}, ${rounds} rounds`);
let kept = 0;
const broken: string[] = [];
for (let done = 0; done < rounds; done += roundsOfFolder) {
  const folder = await mkdtemp(join(tmpdir(), "keylab-kill-"));
  const report = await killRounds(folder, seed + done, Math.min(roundsOfFolder, rounds - done));
  await rm(folder, { recursive: true });
  kept += report.kept;
  broken.push(...report.broken);
  console.log(`${done + report.rounds} rounds: ${kept} promises kept, ${broken.length} broken`);
}
for (const sentence of broken.slice(0, 50)) console.log(sentence);
if (broken.length > 0) process.exitCode = 1;
