import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import * as z from "zod";
import { documents } from "../../../reporters/documents.ts";
import { FakeMachine } from "../../toolchain/fakeMachine.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";

/** Nobody listens on port 1: every scenario breaks at once, and no engine is started. */
const nobody = "http://127.0.0.1:1";
const report = z.object({
  schemaVersion: z.literal(1),
  run: z.looseObject({ runId: z.string() }),
  scenarios: z.array(
    z.looseObject({ scenario: z.string(), outcome: z.string(), problems: z.array(z.object({ message: z.string() })) }),
  ),
  summary: z.looseObject({ passed: z.number(), broken: z.number() }),
});

describe("keylab run", () => {
  let machine: FakeMachine;

  beforeEach(async () => {
    machine = await FakeMachine.create();
    await machine.write(machine.cached("pulumi"), "echo v3.246.0");
  });

  afterEach(() => machine.remove());

  const run = (...args: string[]) =>
    keylabHere(
      ["run", "secretsmanager/team-task-hub", "--target", nobody, ...args],
      new FakeContext({ workingFolder: machine.folder, environment: machine.environment }),
    );

  it("tells a run that breaks, keeps its events, and ends with 1", async () => {
    const { exitCode, stdout, stderr } = await run();
    expect([exitCode, stderr]).to.deep.equal([1, ""]);
    expect(stdout).to.match(new RegExp(`^Target ${nobody}: .*\nRun .*\n\nsecretsmanager/team-task-hub: `));
    expect(stdout).to.include(`    BROKEN preparation: No AWS answers at ${nobody}`);
    expect(stdout).to.match(/\n0 passed, 0 failed, 0 inconclusive, 0 leftovers, 1 scenario broken \(.* s\)\n$/);
    const runs = join(machine.folder, ".keylab", "runs");
    const [id = "", ...others] = await readdir(runs);
    expect(others).to.deep.equal([]);
    const events = (await readFile(join(runs, id, "events.jsonl"), "utf8")).trimEnd().split("\n");
    const types = events.map((line) => z.object({ type: z.string() }).parse(JSON.parse(line)).type);
    expect(types).to.deep.equal(["run started", "scenario started", "scenario ended", "run ended"]);
  });

  it("writes a JSON report where it is told to", async () => {
    await run("--reporter", "json=report.json");
    const { scenarios, summary } = report.parse(
      JSON.parse(await readFile(join(machine.folder, "report.json"), "utf8")),
    );
    expect(scenarios.map(({ scenario, outcome }) => [scenario, outcome])).to.deep.equal([
      ["secretsmanager/team-task-hub", "failed"],
    ]);
    expect([summary.passed, summary.broken]).to.deep.equal([0, 1]);
  });

  it("writes every report into the folder of the run, for the user alone", async () => {
    await run();
    const runs = join(machine.folder, ".keylab", "runs");
    const [id = ""] = await readdir(runs);
    const files = ["events.jsonl", "journal.jsonl", ...Object.values(documents).map(({ file }) => file)];
    expect((await readdir(join(runs, id))).sort()).to.deep.equal(files.sort());
    for (const file of files) expect((await stat(join(runs, id, file))).mode & 0o777, file).to.equal(0o600);
  });

  it("tells a run in several ways at a time", async () => {
    const summary = join(machine.folder, "step.md");
    const environment = { ...machine.environment, GITHUB_STEP_SUMMARY: summary };
    const context = new FakeContext({ workingFolder: machine.folder, environment });
    const reporters = ["github", "junit=a.xml", "markdown=b.md"].flatMap((name) => ["--reporter", name]);
    const { stdout } = await keylabHere(["run", "kms/hmac", "--target", nobody, ...reporters], context);
    expect(stdout).to.match(/\n::error title=kms\/hmac%3A broken::preparation: No AWS answers at http/);
    expect(await readFile(join(machine.folder, "a.xml"), "utf8")).to.include('<error type="preparation"');
    expect(await readFile(join(machine.folder, "b.md"), "utf8")).to.match(/^## ✘ 0 passed/);
    expect(await readFile(summary, "utf8")).to.match(/^## ✘ 0 passed/);
  });

  it("tears down and fails where a report cannot be written in the end", async () => {
    const environment = { ...machine.environment, GITHUB_STEP_SUMMARY: machine.folder };
    const context = new FakeContext({ workingFolder: machine.folder, environment });
    const args = ["run", "kms/hmac", "--target", nobody, "--reporter", "github"];
    const { exitCode, stdout, stderr } = await keylabHere(args, context);
    expect(exitCode).to.equal(1);
    expect(stdout).to.match(/\n0 passed, .*, 1 scenario broken \(.* s\)\n$/);
    expect(stderr).to.match(/^the display broke: EISDIR: .*\n$/);
  });

  it("refuses a folder as a report before anything happens", async () => {
    const { exitCode, stdout, stderr } = await run("--reporter", "json=.");
    expect([exitCode, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.equal(`${machine.folder} is a folder, not a file for a report.\nName a file.\n`);
  });

  it("ends where the Pulumi CLI cannot be used, and leaves no report", async () => {
    const environment = { ...machine.environment, KEYLAB_PULUMI: "/nowhere/pulumi" };
    const context = new FakeContext({ workingFolder: machine.folder, environment });
    const { exitCode, stderr } = await keylabHere(["run", "--reporter", "json=report.json"], context);
    expect(exitCode).to.equal(2);
    expect(stderr).to.match(/^KEYLAB_PULUMI names a Pulumi CLI that cannot be used: .*\nSet KEYLAB_PULUMI to .*\n$/);
    expect(await stat(join(machine.folder, "report.json")).catch(() => "none")).to.equal("none");
  });

  it("shows live progress in a terminal, and the same last line", async () => {
    const context = new FakeContext({ isTTY: true, workingFolder: machine.folder, environment: machine.environment });
    const { exitCode, stdout } = await keylabHere(["run", "secretsmanager/team-task-hub", "--target", nobody], context);
    expect(exitCode).to.equal(1);
    expect(stdout).to.include("secretsmanager/team-task-hub (0.0 s)");
    expect(stdout).to.match(/\n0 passed, 0 failed, 0 inconclusive, 0 leftovers, 1 scenario broken \(.* s\)\n$/);
  });

  it("ends with 130 after Ctrl-C, before anything was made", async () => {
    const context = new FakeContext({ workingFolder: machine.folder, environment: machine.environment });
    await machine.write(machine.cached("pulumi"), `touch ${machine.folder}/asked; sleep 0.3; echo v3.246.0`);
    const ended = keylabHere(["run", "--target", nobody], context);
    const timer = setInterval(() => {
      void stat(join(machine.folder, "asked")).then(
        () => context.signals.emit("SIGINT"),
        () => undefined,
      );
    }, 20);
    const { exitCode, stdout, stderr } = await ended;
    clearInterval(timer);
    expect([exitCode, stdout]).to.deep.equal([130, ""]);
    expect(stderr).to.equal("Stopping.\nInterrupted.\n");
  });
});
