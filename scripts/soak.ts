/**
 * `npm run test:soak`: makes, uses and removes one of everything until all logs are full, and then as long again. What is held
 * after that must not be more than before. `npm run test:soak -- <cycles>` takes another number.
 */
import { MemoryStore } from "../emulator/journal/memoryStore.ts";
import { openWorld } from "../emulator/openWorld.ts";
import { Registry } from "../emulator/registry.ts";
import { services } from "../emulator/services/services.ts";
import { cycle } from "../test/soak/cycle.ts";

/** More than the temporary access keys that are remembered, of which a cycle makes one; it makes 26 events of CloudTrail. */
const [cycles = 11_000] = process.argv.slice(2).map(Number);
/** By how much what is held may vary from one look to the next. */
const tolerance = 0.05;

const { gc } = globalThis;
if (!gc) throw new Error("Run it with node --expose-gc: npm run test:soak");

/** In megabytes of 2^20 bytes, after everything that is not needed has been thrown away. */
async function held(): Promise<number> {
  await gc?.({ execution: "async" });
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const reportBug = (error: unknown): void => {
  throw error;
};
const settings = { registry: new Registry(services), rootSecret: "test", surroundings: {}, reportBug };
const world = await openWorld(settings, new MemoryStore());
world.journal.stopKeeping();
const looks: number[] = [];
for (let number = 1; number <= 2 * cycles; number++) {
  await cycle(world, number);
  if (number % Math.ceil(cycles / 4) !== 0) continue;
  looks.push(await held());
  const events = world.instance.audit.eventsOf("000000000000").length;
  console.log(`${number} cycles: ${looks.at(-1)?.toFixed(1) ?? ""} MB held, ${events} events of CloudTrail`);
}
await world.close();
const half = looks.length / 2;
const [before, after] = [Math.max(...looks.slice(0, half)), Math.max(...looks.slice(half))];
console.log(`at most ${before.toFixed(1)} MB in the first half, ${after.toFixed(1)} MB in the second`);
if (after > before * (1 + tolerance)) process.exitCode = 1;
