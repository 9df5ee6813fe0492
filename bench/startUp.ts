/** From starting `keylab aws start` to the first answered call, against starting Node.js with nothing to do; and its memory. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { freePort } from "./otherServers.ts";
import { median } from "../reporters/text/median.ts";
import { compare, timed } from "./summary.ts";

const pairs = 7;
const resident: number[] = [];
const cli = join(import.meta.dirname, "..", "cli", "keylab.js");

/** The memory that a process holds, in megabytes of 2^20 bytes, as `ps` tells it. */
function residentMegabytes(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1_024;
}

async function firstAnswer(): Promise<number> {
  const port = await freePort();
  const cwd = await mkdtemp(join(tmpdir(), "keylab-bench-"));
  const sts = new STSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
  const began = performance.now();
  const server = spawn(process.execPath, [cli, "aws", "start", "--port", String(port)], { cwd, stdio: "ignore" });
  try {
    await answered(sts);
    const took = performance.now() - began;
    // Its Pulumi provider is there a moment later; it counts.
    await sleep(1_500);
    resident.push(residentMegabytes(server.pid ?? 0));
    return took;
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
    sts.destroy();
    await rm(cwd, { recursive: true, force: true });
  }
}

async function answered(sts: STSClient): Promise<void> {
  for (let attempt = 0; attempt < 2_000; attempt++) {
    try {
      await sts.send(new GetCallerIdentityCommand({}));
      return;
    } catch {
      await sleep(5);
    }
  }
  throw new Error("The embedded AWS did not answer within ten seconds.");
}

function emptyNode(): Promise<number> {
  return timed(() => once(spawn(process.execPath, ["--eval", "0"]), "exit"));
}

const { a, b, ratio } = await compare(pairs, firstAnswer, emptyNode);
console.log(
  `keylab aws start to the first answer: ${a.toFixed(0)} ms, ${ratio.toFixed(1)} × an empty Node.js process (${b.toFixed(0)} ms; median of ${pairs} pairs)`,
);
console.log(`keylab aws start holds ${median(resident).toFixed(0)} MB, its Pulumi provider included`);
