import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A server in a process of its own. */
export interface OtherServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("The system gave no port.");
  return address.port;
}

const root = join(import.meta.dirname, "..");

/** `keylab aws start`, in a folder of its own. */
export function startKeylab(folder: string): Promise<OtherServer> {
  const cli = join(root, "cli", "keylab.js");
  return startServer((port) => spawn(process.execPath, [cli, "aws", "start", "--port", String(port)], quiet(folder)));
}

/** dynalite, which stores items and checks nothing. */
export function startDynalite(folder: string): Promise<OtherServer> {
  const cli = join(root, "node_modules", "dynalite", "cli.js");
  const options = ["--createTableMs", "0", "--deleteTableMs", "0", "--updateTableMs", "0"];
  return startServer((port) => spawn(process.execPath, [cli, "--port", String(port), ...options], quiet(folder)));
}

/** The least that a GetItem takes: `leastServer.ts`. */
export function startLeastServer(folder: string): Promise<OtherServer> {
  const script = join(root, "bench", "leastServer.ts");
  const args = ["--import", import.meta.resolve("tsx/esm"), script];
  return startServer((port) => spawn(process.execPath, [...args, String(port)], quiet(folder)));
}

/** `moto_server` (PyPI) with authentication after its first calls; nothing where it is not installed. */
export async function startMoto(folder: string, openCalls: number): Promise<OtherServer | undefined> {
  const env = { ...process.env, INITIAL_NO_AUTH_ACTION_COUNT: String(openCalls) };
  try {
    return await startServer((port) => spawn("moto_server", ["-p", String(port)], { ...quiet(folder), env }));
  } catch {
    return undefined;
  }
}

function quiet(cwd: string): { cwd: string; stdio: "ignore" } {
  return { cwd, stdio: "ignore" };
}

async function startServer(start: (port: number) => ChildProcess): Promise<OtherServer> {
  const port = await freePort();
  const child = start(port);
  const gone = new Promise<never>((_resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  gone.catch(() => undefined);
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([answers(url), gone]);
  return {
    url,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) return;
    await sleep(50);
  }
  throw new Error(`Nothing answers at ${url}.`);
}
