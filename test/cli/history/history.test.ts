import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { sampleRuns } from "../../reporters/sampleRuns.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { leaveRuns } from "../runs.ts";

const { passed = [], failed = [] } = sampleRuns;

describe("keylab history", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-history-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const history = (...args: string[]) => keylabHere(["history", ...args], new FakeContext({ workingFolder: folder }));

  it("shows the last runs and what is flaky among them", async () => {
    await leaveRuns(folder, { "1": failed, "2": failed, "3": passed });
    const all = await history();
    expect([all.exitCode, all.stderr]).to.deep.equal([0, ""]);
    expect(all.stdout.match(/^[✔✘] /gm)).to.deep.equal(["✘ ", "✘ ", "✔ "]);
    expect(all.stdout).to.include(
      "  1 of 3 passed on local: dynamodb/transparent-encryption: The user becomes a key user: user can GetItem table id=1\n",
    );
    const last = await history("--last", "1");
    expect(last.stdout.match(/^[✔✘] /gm)).to.deep.equal(["✔ "]);
    expect(last.stdout).to.include("No expectation passed in one of these runs");
  });

  it("leaves out what cannot be read, and says so", async () => {
    await leaveRuns(folder, { "1": passed, "2": passed });
    const broken = join(folder, ".keylab", "runs", "1", "events.jsonl");
    await writeFile(broken, "{}\n");
    const { exitCode, stdout, stderr } = await history("--json");
    expect([exitCode, stderr]).to.deep.equal([0, `Left out: ${broken} does not begin with the start of a run.\n`]);
    expect(JSON.parse(stdout)).to.have.property("runs").with.lengthOf(1);
  });

  it("says where there is no run", async () => {
    expect(await history()).to.deep.equal({
      exitCode: 1,
      stdout: "",
      stderr: `There is no run in ${folder}/.keylab/runs.\nRun scenarios: npx keylab run.\n`,
    });
  });
});
