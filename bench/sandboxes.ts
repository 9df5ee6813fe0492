/**
 * How a class of sandboxes grows: `keylab sandbox up --seats <n>`, `list` and `end` on an embedded AWS of its own, for classes of 10, 30 and 100 students, or of
 * those that are named: `tsx bench/sandboxes.ts 10 300`. Told are wall times, the resident memory of the command when a third and when all of the sandboxes
 * stand, and the most Pulumi engines at once.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const keylab = fileURLToPath(new URL("../cli/keylab.js", import.meta.url));
const sampleMilliseconds = 100;

/** What was seen of a command. */
interface Seen {
  readonly seconds: number;
  /** Seconds from the first sandbox that stood to the last. */
  readonly deploying: number;
  /** In MB, by how many sandboxes stood. */
  readonly memory: ReadonlyMap<number, number>;
  readonly engines: number;
}

for (const size of process.argv.slice(2).length > 0 ? process.argv.slice(2).map(Number) : [10, 30, 100]) {
  const folder = mkdtempSync(join(tmpdir(), "keylab-bench-"));
  const server = start(["aws", "start", "--port", "0"], folder);
  try {
    const url = await urlOf(server);
    const wishes = ["--seats", String(size), "--workshop", "encrypt-a-database", "--for", "4h", "--target", url];
    const up = await watched(start(["sandbox", "up", ...wishes], folder));
    const list = await watched(start(["sandbox", "list"], folder));
    const end = await watched(start(["sandbox", "end", "--yes"], folder));
    const rate = ((size - 1) / up.deploying) * 60;
    const third = up.memory.get(Math.ceil(size / 3)) ?? NaN;
    const all = up.memory.get(size) ?? NaN;
    console.log(
      `${size} students: up ${up.seconds.toFixed(0)} s (${((size / up.seconds) * 60).toFixed(0)} a minute, ` +
        `without the proof ${rate.toFixed(0)}), list ${list.seconds.toFixed(1)} s, end ${end.seconds.toFixed(0)} s; memory ${third.toFixed(0)} MB at a third, ` +
        `${all.toFixed(0)} MB when all stand; ${up.engines} engines at once`,
    );
  } finally {
    server.kill("SIGTERM");
    await once(server, "close");
    rmSync(folder, { recursive: true });
  }
}

function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [keylab, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
}

async function urlOf(server: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of server.stdout ?? []) {
    text += String(chunk);
    const [, url] = /(http:\/\/127\.0\.0\.1:\d+)[^]*Ctrl-C/.exec(text) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error("keylab aws start told no address.");
}

async function watched(command: ChildProcess): Promise<Seen> {
  const began = performance.now();
  const memory = new Map<number, number>();
  const times: number[] = [];
  let [told, engines, done] = ["", 0, false];
  command.stderr?.on("data", (chunk) => {
    told += String(chunk);
    const count = told.match(/^\d+ of \d+ deployed/gm)?.length ?? 0;
    for (let known = times.length; known < count; known++) times.push(performance.now());
    if (count > 0) memory.set(count, megabytesOf(command.pid));
  });
  command.stdout?.resume();
  const closed = once(command, "close").then(() => (done = true));
  while (!done) {
    engines = Math.max(engines, enginesBelow(command.pid));
    await Promise.race([closed, setTimeout(sampleMilliseconds)]);
  }
  if (command.exitCode !== 0) throw new Error(`The command ended with ${command.exitCode ?? "a signal"}: ${told}`);
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, deploying: ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000, memory, engines };
}

/** Of the process alone: its engines are counted apart. */
function megabytesOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1_024;
  } catch {
    return NaN;
  }
}

/** Children of the process that are called `pulumi`. */
function enginesBelow(pid: number | undefined): number {
  return readdirSync("/proc").filter((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      const [, name, parent] = /\((.*)\) \S (\d+)/.exec(stat) ?? [];
      return name === "pulumi" && Number(parent) === pid;
    } catch {
      return false;
    }
  }).length;
}
