import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { withLock } from "../../runner/withLock.ts";

// A process of its own that holds the lock of a folder until it is ended.
const [folder = ""] = process.argv.slice(2);
await withLock({ folder, lockfilePath: join(folder, "test.lock") }, async () => {
  process.stdout.write("held\n");
  await setTimeout(60_000);
});
