import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { RunEvent, RunStarted } from "../../../reporters/events.ts";
import { readTrend } from "../../../reporters/history/readTrend.ts";
import { sampleRuns } from "../sampleRuns.ts";

const { passed = [], failed = [] } = sampleRuns;
const getItem = "dynamodb/transparent-encryption: The user becomes a key user: user can GetItem table id=1";

/** The same run under another name. */
function named(runId: string, events: readonly RunEvent[], changes: Partial<RunStarted> = {}): RunEvent[] {
  const at = `2026-01-${runId}T10:00:00.000Z`;
  return events.map((event) => (event.type === "run started" ? { ...event, runId, at, ...changes } : event));
}

describe("the trend of runs", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-trend-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const trendAt = async (runId: string, ...runs: readonly RunEvent[][]) => {
    for (const events of runs) {
      const [start] = events;
      const name = start?.type === "run started" ? start.runId : "";
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, "events.jsonl"), events.map((event) => `${JSON.stringify(event)}\n`).join(""));
    }
    const [start] = named(runId, passed);
    if (start?.type !== "run started") throw new Error("no start");
    return (await readTrend(folder, start))?.runs.map((run) => [run.runId, run.passed, run.failed, run.flaky]);
  };

  it("is that of this run and the ones before it, the oldest first, with what was flaky where it did not pass", async () => {
    const runs = [named("02", failed), named("03", passed), named("04", passed)];
    expect(await trendAt("03", ...runs)).to.deep.equal([
      ["02", 4, 2, [getItem]],
      ["03", 5, 0, []],
    ]);
  });

  it("leaves out other scenarios, other targets, and what was cut short or cannot be read", async () => {
    const target = { name: "http://127.0.0.1:4566", summary: "an endpoint", statesLayer: true };
    const runs = [
      named("01", passed),
      named("02", passed, { scenarios: ["kms/hmac"] }),
      named("03", passed, { target }),
      named("04", passed.slice(0, 5)),
      named("06", passed),
    ];
    await mkdir(join(folder, "05"));
    await writeFile(join(folder, "05", "events.jsonl"), "{}\n");
    expect(await trendAt("06", ...runs)).to.deep.equal([
      ["01", 5, 0, []],
      ["06", 5, 0, []],
    ]);
  });

  it("goes back ten runs", async () => {
    const runs = Array.from({ length: 12 }, (_, index) => named(String(index + 10), passed));
    expect((await trendAt("21", ...runs))?.map(([runId]) => runId)).to.deep.equal(
      runs.slice(2).map((_, index) => String(index + 12)),
    );
  });

  it("is none where there is nothing to compare", async () => {
    expect(await trendAt("01", named("01", passed))).to.equal(undefined);
  });
});
