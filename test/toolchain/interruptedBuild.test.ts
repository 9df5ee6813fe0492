import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { access, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import { nodeArguments } from "../../toolchain/nodeArguments.ts";
import { FakeMachine, isRunning, offlineInstaller, until } from "./fakeMachine.ts";

const program = new URL("./ensureProgram.ts", import.meta.url);

describe("two processes, and builds that are interrupted", () => {
  let machine: FakeMachine;
  const started: ChildProcess[] = [];
  beforeEach(async () => void (machine = await FakeMachine.create()));
  afterEach(async () => {
    for (const child of started.splice(0)) child.kill("SIGKILL");
    await machine.remove();
  });

  function start() {
    const child = spawn(process.execPath, nodeArguments(program), {
      env: { ...machine.environment, TSX_DISABLE_CACHE: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    started.push(child);
    let output = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    const lines = once(child, "close").then(() => output.split("\n"));
    return { child, lines };
  }

  /** A build that leaves half a file and then hangs. */
  const hang = () => `echo $$ > ${machine.folder}/go-pid; echo half > "$out"; chmod +x "$out"; sleep 60`;
  const buildHangs = () => until(async () => (await machine.read("go-pid")).length === 1);
  const ensure = (signal?: AbortSignal) =>
    ensurePulumi({
      environment: machine.environment,
      report: machine.report,
      installer: offlineInstaller,
      ...(signal && { signal }),
    });

  async function expectNothingLeft() {
    const [goPid = ""] = await machine.read("go-pid");
    await until(async () => !(await isRunning(goPid)));
    const cached = await access(machine.cached("pulumi")).catch(() => "absent");
    expect(cached).to.equal("absent");
  }

  it("two processes that start at once build once, and the second one says that it waits", async () => {
    await machine.installGo({ before: "sleep 0.7" });
    const all = await Promise.all([start().lines, start().lines]);
    const sources = all.map((lines) => lines.filter((line) => line.startsWith("source: ")));
    expect(sources).to.have.deep.members([["source: built from source"], ["source: cache"]]);
    const waiting = "Another Keylab process is installing the toolchain; waiting for it.";
    expect(all.filter((lines) => lines.includes(waiting))).to.have.length(1);
    expect(await machine.read("builds")).to.have.length(1);
  });

  for (const signal of ["SIGKILL", "SIGINT"] as const) {
    it(`a process ended by ${signal} takes its build along, and the next one builds anew`, async () => {
      await machine.installGo({ before: hang() });
      const { child, lines } = start();
      await buildHangs();
      child.kill(signal);
      await lines;
      await expectNothingLeft();

      await machine.installGo();
      // Only a killed process leaves its lock; ten seconds later it counts as stale.
      const longAgo = new Date(Date.now() - 11_000);
      if (signal === "SIGKILL") await utimes(join(machine.folder, "cache", "install.lock"), longAgo, longAgo);
      expect((await ensure()).source).to.equal("built from source");
      expect(await machine.read("builds")).to.have.length(2);
    });
  }

  it("an abort ends the build, rejects with its reason, and lets the next call build at once", async () => {
    await machine.installGo({ before: hang() });
    const abort = new AbortController();
    const ensuring = ensure(abort.signal).catch((reason: unknown) => reason);
    await buildHangs();
    const reason = new Error("interrupted");
    abort.abort(reason);
    expect(await ensuring).to.equal(reason);
    await expectNothingLeft();
    await machine.installGo();
    expect((await ensure()).source).to.equal("built from source");
  });
});
