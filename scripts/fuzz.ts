/** `npm run fuzz`: 200,000 requests to the embedded AWS; `npm run fuzz -- <seed> <requests>` repeats or extends a run. */
import { randomInt } from "node:crypto";
import { fuzz } from "../test/fuzz/fuzz.ts";

const [seed = randomInt(2 ** 31), requests = 200_000] = process.argv.slice(2).map(Number);
console.log(`seed ${seed}, ${requests} requests`);
const { statuses, findings } = await fuzz(seed, requests);
console.log(JSON.stringify(statuses));
for (const finding of findings.slice(0, 50)) console.log(finding);
console.log(`${findings.length} findings`);
if (findings.length > 0) process.exitCode = 1;
