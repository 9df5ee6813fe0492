import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { RunEvent, RunStarted } from "../../../reporters/events.ts";
import { readAlikeRuns } from "../../../reporters/history/readAlikeRuns.ts";
import { sampleRuns } from "../sampleRuns.ts";

const { passed = [], failed = [] } = sampleRuns;

/** The same run under another name. */
function named(runId: string, events: readonly RunEvent[], changes: Partial<RunStarted> = {}): RunEvent[] {
  const at = `2026-01-${runId}T10:00:00.000Z`;
  return events.map((event) => (event.type === "run started" ? { ...event, runId, at, ...changes } : event));
}

describe("the runs with which a run is compared", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-trend-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const alikeAt = async (runId: string, ...runs: readonly RunEvent[][]) => {
    for (const events of runs) {
      const [start] = events;
      const name = start?.type === "run started" ? start.runId : "";
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, "events.jsonl"), events.map((event) => `${JSON.stringify(event)}\n`).join(""));
    }
    const [start] = named(runId, passed);
    if (start?.type !== "run started") throw new Error("no start");
    return (await readAlikeRuns(folder, start)).map((run) => run.started.runId);
  };

  it("are itself and the ones before it, the oldest first", async () => {
    const runs = [named("02", failed), named("03", passed), named("04", passed)];
    expect(await alikeAt("03", ...runs)).to.deep.equal(["02", "03"]);
  });

  it("leave out other scenarios, other targets, and what cannot be read", async () => {
    const target = { name: "http://127.0.0.1:4566", summary: "an endpoint", statesLayer: true };
    const runs = [
      named("01", passed),
      named("02", passed, { scenarios: ["kms/hmac"] }),
      named("03", passed, { target }),
      named("06", passed),
    ];
    await mkdir(join(folder, "05"));
    await writeFile(join(folder, "05", "events.jsonl"), "{}\n");
    expect(await alikeAt("06", ...runs)).to.deep.equal(["01", "06"]);
  });

  it("go back to ten", async () => {
    const runs = Array.from({ length: 12 }, (_, index) => named(String(index + 10), passed));
    expect(await alikeAt("21", ...runs)).to.deep.equal(runs.slice(2).map((_, index) => String(index + 12)));
  });
});
