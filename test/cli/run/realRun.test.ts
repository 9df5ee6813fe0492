import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { noFaults } from "../../../cli/aws/chaosRates.ts";
import { runEvent } from "../../../reporters/events.ts";
import { installationMilliseconds, testPulumi } from "../../support/pulumi.ts";
import { startSharedAws } from "../../support/sharedAws.ts";
import { Keylab } from "../keylab.ts";

/** The main one: W3. */
const scenario = "dynamodb/transparent-encryption";

describe("keylab run, with the engine", () => {
  let folder = "";
  let pulumi = "";

  before(async function () {
    this.timeout(installationMilliseconds);
    ({ path: pulumi } = await testPulumi());
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-run-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** How many scenarios ran at the same time, as the event log has it. */
  async function mostAtATime(): Promise<number> {
    const [id = ""] = await readdir(join(folder, ".keylab", "runs"));
    const log = await readFile(join(folder, ".keylab", "runs", id, "events.jsonl"), "utf8");
    const events = log
      .trimEnd()
      .split("\n")
      .map((line) => runEvent.parse(JSON.parse(line)));
    const steps = events
      .flatMap(({ type, at }) =>
        type === "scenario started" ? { at, step: 1 } : type === "scenario ended" ? { at, step: -1 } : [],
      )
      .toSorted((one, other) => (one.at < other.at ? -1 : 1));
    let running = 0;
    return Math.max(...steps.map(({ step }) => (running += step)));
  }

  const run = (...args: string[]) =>
    new Keylab(["run", scenario, ...args], {
      folder,
      environment: { KEYLAB_PULUMI: pulumi, KEYLAB_CACHE: join(folder, "cache") },
    });

  it("ends with 0 when all was as expected", async () => {
    const { exitCode, stdout, stderr } = await run().ended();
    expect([exitCode, stderr]).to.deep.equal([0, ""], stdout);
    expect(stdout).to.match(/\n[1-9]\d* passed, 0 failed, 0 inconclusive, 0 leftovers \(.* s\)\n$/);
  }).timeout(120_000);

  it("ends with 0 where a shard has nothing to run", async () => {
    const empty = new Keylab(["run", "--area", "ebs", "--shard", "2/2"], {
      folder,
      environment: { KEYLAB_PULUMI: pulumi, KEYLAB_CACHE: join(folder, "cache") },
    });
    const { exitCode, stdout, stderr } = await empty.ended();
    expect([exitCode, stderr]).to.deep.equal([0, ""], stdout);
    expect(stdout).to.match(/\n0 passed, 0 failed, 0 inconclusive, 0 leftovers \(.* s\)\n$/);
  }).timeout(120_000);

  it("runs several scenarios at a time, and tells them one after the other", async () => {
    const others = ["kms/hmac", "kms/iam-policy-only"];
    const { exitCode, stdout } = await run(...others, "--workers", "3").ended();
    expect(exitCode).to.equal(0);
    const lines = stdout.matchAll(/^(?: {2})?([\w-]+\/[\w-]+(?=: )|passed|teardown)/gm);
    const told = [...lines].map(([, word]) => word);
    const each = (id: string) => [id, "teardown", "passed"];
    expect(told.filter((word) => word !== undefined)).to.have.ordered.members([scenario, ...others].flatMap(each));
    expect(await mostAtATime()).to.equal(3);
  }).timeout(120_000);

  it("runs one scenario after the other where one worker is wanted", async () => {
    const { exitCode } = await run("kms/hmac", "--workers", "1").ended();
    expect([exitCode, await mostAtATime()]).to.deep.equal([0, 1]);
  }).timeout(120_000);

  it("goes on with other scenarios when one cannot be deployed", async () => {
    const chaos = { seed: 1, named: { "dynamodb:CreateTable": { ...noFaults, error: 1 } } };
    const aws = await startSharedAws({ chaos });
    const words = ["kms/hmac", "kms/iam-policy-only", "--workers", "3", "--target", aws.target.description.name];
    const { exitCode, stdout } = await run(...words).ended();
    await aws.stop();
    const outcomes = [...stdout.matchAll(/^ {2}(passed|failed|unsupported there) in/gm)].map(([, outcome]) => outcome);
    expect([exitCode, outcomes], stdout).to.deep.equal([0, ["passed", "passed", "unsupported there"]]);
    expect(stdout).to.match(
      /UNSUPPORTED THERE deployment in the phase ".*" of aws:dynamodb\/table:Table table: dynamodb:CreateTable was answered with InternalFailure/,
    );
    expect(stdout).to.match(/, 0 leftovers, 1 scenario unsupported there \(/);
  }).timeout(120_000);

  it("makes the mistakes of a scenario, and says what came of them", async () => {
    const mutating = new Keylab(["run", "iam/permissions-boundary", "--mutate"], {
      folder,
      environment: { KEYLAB_PULUMI: pulumi, KEYLAB_CACHE: join(folder, "cache") },
    });
    const { exitCode, stdout, stderr } = await mutating.ended();
    expect([exitCode, stderr]).to.deep.equal([0, "iam/permissions-boundary: 5 mistakes made\n"], stdout);
    expect(stdout).to.match(
      /^5 mistakes: 4 noticed, 0 refused by AWS, 0 noticed by other scenarios, 1 accepted, 0 survived \(/,
    );
  }).timeout(120_000);

  it("tears down after Ctrl-C, leaves nothing, and ends with 130", async () => {
    const keylab = run();
    await keylab.says(/deployed in/);
    keylab.process.kill("SIGINT");
    const { exitCode, stdout, stderr } = await keylab.ended();
    expect([exitCode, stderr]).to.deep.equal([
      130,
      "Interrupted: tearing down what this run has made. It takes a moment.\n",
    ]);
    expect(stdout).to.match(/\n {2}interrupted in .*\n/);
    expect(stdout).to.include("\nKeys pending deletion:\n");
    expect(stdout).to.match(/\n\d+ passed, 0 failed, 0 inconclusive, 0 leftovers, interrupted \(.* s\)\n$/);
  }).timeout(120_000);
});
