import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { installationMilliseconds, testPulumi } from "../../support/pulumi.ts";
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

  const run = () =>
    new Keylab(["run", scenario], {
      folder,
      environment: { KEYLAB_PULUMI: pulumi, KEYLAB_CACHE: join(folder, "cache") },
    });

  it("ends with 0 when all was as expected", async () => {
    const { exitCode, stdout, stderr } = await run().ended();
    expect([exitCode, stderr]).to.deep.equal([0, ""], stdout);
    expect(stdout).to.match(/\n[1-9]\d* passed, 0 failed, 0 inconclusive, 0 leftovers \(.* s\)\n$/);
  }).timeout(60_000);

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
  }).timeout(60_000);
});
