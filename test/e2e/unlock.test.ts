import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { ensureLanguageHost } from "../../toolchain/ensureLanguageHost.ts";
import { keylab } from "../cli/keylab.ts";
import { startPostgres, type Postgres } from "../support/postgres.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { shell } from "../support/shell.ts";
import { checkout } from "./pulumiProject.ts";

/** A program without resources. Where it is told to be slow it goes on until its folder is gone: the language host outlives the engine. */
const program = `import { existsSync } from "node:fs";
while (process.env.SLOW) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  if (!existsSync(import.meta.filename)) process.kill(process.ppid, "SIGKILL"), process.kill(process.pid, "SIGKILL");
}
export {};`;

describe("keylab unlock of a stack in PostgreSQL whose pulumi up was killed", function () {
  this.timeout(120_000);
  let folder: string;
  let postgres: Postgres;
  let environment: Record<string, string>;
  let pulumi: string;
  let up: ChildProcess | undefined;

  before(async function () {
    this.timeout(installationMilliseconds);
    const started = await startPostgres();
    if (started === undefined) {
      process.stderr.write("PostgreSQL is not on this machine: its tests are skipped.\n");
      this.skip();
    }
    postgres = started;
    const installed = await testPulumi();
    const report = (line: string) => process.stderr.write(`${line}\n`);
    await ensureLanguageHost({ environment: process.env, report }, installed);
    pulumi = installed.path;
    folder = await mkdtemp(join(tmpdir(), "keylab-unlock-"));
    environment = {
      PATH: `${join(installed.root, "bin")}:${process.env.PATH ?? ""}`,
      HOME: folder,
      PULUMI_HOME: join(folder, "pulumi-home"),
      PULUMI_BACKEND_URL: postgres.url,
      PULUMI_CONFIG_PASSPHRASE: "x",
      PULUMI_SKIP_UPDATE_CHECK: "true",
    };
    await writeFile(join(folder, "Pulumi.yaml"), "name: slow\nruntime: nodejs\nmain: program.mjs\n");
    await writeFile(join(folder, "package.json"), '{ "name": "slow", "type": "module" }');
    await writeFile(join(folder, "program.mjs"), program);
    await symlink(join(checkout, "node_modules"), join(folder, "node_modules"));
  });
  after(async () => {
    kill();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const args = (...words: readonly string[]) => ["--cwd", folder, "--non-interactive", ...words];
  const deploy = () => args("up", "--yes", "--skip-preview", "--stack", "dev");
  const run = (...words: readonly string[]) => shell(pulumi, words, environment);
  const unlock = () => keylab(["unlock", "dev", "--yes"], { folder, environment });
  const locks = () => postgres.query("select key from pulumi_state where key like '%/.pulumi/locks/%'");
  /** The engine, and whatever it has started. */
  const kill = () => {
    if (up?.pid !== undefined && up.exitCode === null && up.signalCode === null) process.kill(-up.pid, "SIGKILL");
  };

  it("refuses while it runs, tells when it has ended, and lets the next one deploy", async () => {
    const made = await run(...args("stack", "init", "dev"));
    expect(made.exitCode, made.stderr).to.equal(0);
    up = spawn(pulumi, deploy(), { env: { ...environment, SLOW: "yes" }, detached: true, stdio: "ignore" });
    while ((await locks()).length === 0 && up.exitCode === null) await setTimeout(100);

    const live = await unlock();
    const who = `slow/dev is locked by ${userInfo().username}@${hostname()}, process ${up.pid ?? 0}`;
    expect([live.exitCode, (await locks()).length]).to.deep.equal([1, 1]);
    expect(live.stdout).to.match(/, which still runs, since 20\d\d-\S+ \(less than a minute\)\.\n$/);
    expect(live.stdout.startsWith(`${who}, which still runs`), live.stdout).to.equal(true);
    expect(live.stderr).to.include(`Process ${up.pid ?? 0} still runs, and works on slow/dev.`);

    const ended = once(up, "exit");
    kill();
    await ended;
    const blocked = await run(...deploy());
    expect(blocked.exitCode).to.not.equal(0);
    expect(blocked.stderr + blocked.stdout).to.include("the stack is currently locked by 1 lock(s)");

    const dead = await unlock();
    expect(dead.exitCode, dead.stderr).to.equal(0);
    expect(dead.stdout.startsWith(`${who}, which has ended, since 20`), dead.stdout).to.equal(true);
    expect(dead.stdout).to.include("Unlocked. pulumi refresh finds out what the interrupted update has done.");
    expect(await locks()).to.deep.equal([]);
    expect(await unlock()).to.deep.equal({ exitCode: 0, stdout: "dev is not locked.\n", stderr: "" });
    const next = await run(...deploy());
    expect(next.exitCode, next.stderr + next.stdout).to.equal(0);
  });

  it("tells neither the password of a URL that nobody answers nor of one that nobody understands", async () => {
    for (const backend of ["postgres://ana:s3cret@127.0.0.1:1/pulumi", "postgres://ana:s3cret/@127.0.0.1/pulumi"]) {
      const { exitCode, stdout, stderr } = await keylab(["unlock", "--backend", backend], { folder, environment });
      expect(exitCode).to.be.above(0);
      expect(stdout + stderr)
        .to.match(/cannot be (read|understood)/)
        .and.not.include("s3cret");
    }
  });
});
