import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { EventLogReporter } from "../../reporters/eventLog.ts";
import { JsonReporter } from "../../reporters/json.ts";
import { expectGolden } from "./golden.ts";
import { sampleRuns } from "./sampleRuns.ts";

const { passed = [], failed = [] } = sampleRuns;

describe("the reporters that write files", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-reporters-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it("log every event as it happens, for the user alone", async () => {
    const log = join(folder, "runs", "20260102T100000-a1b2c3", "events.jsonl");
    const reporter = new EventLogReporter(join(folder, "runs"));
    for (const [index, event] of passed.entries()) {
      reporter.on(event);
      expect((await readFile(log, "utf8")).split("\n")).to.have.lengthOf(index + 2);
    }
    reporter.close();
    const lines = (await readFile(log, "utf8")).trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).to.deep.equal(JSON.parse(JSON.stringify(passed)));
    expect((await stat(log)).mode & 0o777).to.equal(0o600);
    expect((await stat(join(log, ".."))).mode & 0o777).to.equal(0o700);
  });

  it("refuse to log an event of a run that has not started", () => {
    const [, second] = passed;
    expect(() => second && new EventLogReporter(folder).on(second)).to.throw("before the start of the run");
  });

  for (const [name, run] of [
    ["failed", failed],
    ["cut-short", passed.slice(0, 5)],
  ] as const) {
    it(`write one JSON document of a run: ${name}`, async () => {
      const path = join(folder, "report.json");
      const reporter = new JsonReporter(path);
      for (const event of run) reporter.on(event);
      reporter.close();
      expectGolden(`reporters/json/${name}.json`, await readFile(path, "utf8"));
    });
  }

  it("write no document of a run that never started", async () => {
    new JsonReporter(join(folder, "report.json")).close();
    expect(await stat(join(folder, "report.json")).catch(() => undefined)).to.equal(undefined);
  });
});
