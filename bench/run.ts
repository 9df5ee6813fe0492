/**
 * Where the time of a run of all scenarios goes, and what workers do for it: `keylab run` with 1, 2 and 4 of them. Shares are of
 * the scenarios' own time: the engine deploys and destroys, tests ask AWS, waiting is for answers that come late; the rest is
 * making an embedded AWS, looking for leftovers, and Keylab itself.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runEvent, type RunEvent } from "../reporters/events.ts";

const keylab = fileURLToPath(new URL("../cli/keylab.js", import.meta.url));
let alone: number | undefined;
for (const workers of [1, 2, 4]) {
  const events = eventsOfRun(workers);
  const wall = events.flatMap((event) => (event.type === "run ended" ? event.milliseconds : []))[0] ?? NaN;
  alone ??= wall;
  console.log(`workers ${workers}: ${(wall / 1000).toFixed(1)} s, ${(alone / wall).toFixed(2)} times as fast as one`);
  console.log(`  ${sharesText(events)}`);
}

function eventsOfRun(workers: number): RunEvent[] {
  const folder = mkdtempSync(join(tmpdir(), "keylab-bench-"));
  try {
    const { status, stderr } = spawnSync(process.execPath, [keylab, "run", "--workers", String(workers)], {
      cwd: folder,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`keylab run ended with ${status ?? "a signal"}: ${stderr}`);
    const [run = ""] = readdirSync(join(folder, ".keylab", "runs"));
    const log = readFileSync(join(folder, ".keylab", "runs", run, "events.jsonl"), "utf8");
    return log
      .trimEnd()
      .split("\n")
      .map((line) => runEvent.parse(JSON.parse(line)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sharesText(events: readonly RunEvent[]): string {
  let [engine, tests, waiting, whole] = [0, 0, 0, 0];
  let tearingDownSince = 0;
  for (const event of events) {
    if (event.type === "phase deployed") engine += event.milliseconds;
    if (event.type === "teardown started") tearingDownSince = Date.parse(event.at);
    if (event.type === "expectation checked" && event.tries === 1) tests += event.milliseconds;
    if (event.type === "expectation checked" && event.tries > 1) waiting += event.milliseconds;
    if (event.type !== "scenario ended") continue;
    engine += Date.parse(event.at) - tearingDownSince;
    whole += event.milliseconds;
  }
  const share = (part: number) => `${((part / whole) * 100).toFixed(0)} %`;
  const rest = whole - engine - tests - waiting;
  return `engine ${share(engine)}, tests ${share(tests)}, waiting ${share(waiting)}, the rest ${share(rest)}`;
}
