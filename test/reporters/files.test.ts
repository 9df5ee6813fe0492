import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { documents } from "../../reporters/documents.ts";
import { EventLogReporter } from "../../reporters/eventLog.ts";
import { RunFolderReporter } from "../../reporters/runFolderReporter.ts";
import { sampleRuns } from "./sampleRuns.ts";

const { passed = [] } = sampleRuns;
const runId = "20260102T100000-a1b2c3";

describe("the reporters that write files", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-reporters-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it("log every event as it happens, for the user alone", async () => {
    const log = join(folder, "runs", runId, "events.jsonl");
    const reporter = new RunFolderReporter(
      join(folder, "runs"),
      (runFolder) => new EventLogReporter(join(runFolder, "events.jsonl")),
    );
    for (const [index, event] of passed.entries()) {
      reporter.on(event);
      expect((await readFile(log, "utf8")).split("\n")).to.have.lengthOf(index + 2);
    }
    await reporter.close();
    const lines = (await readFile(log, "utf8")).trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).to.deep.equal(JSON.parse(JSON.stringify(passed)));
    expect((await stat(log)).mode & 0o777).to.equal(0o600);
    expect((await stat(join(log, ".."))).mode & 0o777).to.equal(0o700);
  });

  it("refuse to log an event of a run that has not started", () => {
    const [, second] = passed;
    expect(
      () => second && new RunFolderReporter(folder, () => new EventLogReporter(join(folder, "x"))).on(second),
    ).to.throw("before the start of the run");
  });

  for (const [name, { file, make }] of Object.entries(documents)) {
    it(`write a document into the folder of the run, for the user alone: ${name}`, async () => {
      const runs = join(folder, "runs");
      const reporter = new RunFolderReporter(runs, (runFolder) => make(join(runFolder, file)));
      for (const event of passed) reporter.on(event);
      await reporter.close();
      expect((await stat(join(runs, runId))).mode & 0o777).to.equal(0o700);
      expect((await stat(join(runs, runId, file))).mode & 0o777).to.equal(0o600);
    });

    it(`write no document of a run that never started: ${name}`, async () => {
      const path = join(folder, file);
      await make(path).close?.();
      await new RunFolderReporter(folder, () => make(path)).close();
      expect(await stat(path).catch(() => "none")).to.equal("none");
    });
  }
});
