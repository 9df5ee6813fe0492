import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { foundOf, keyOfFound } from "../../../runner/inventory/found.ts";
import { Journal } from "../../../runner/journal/journal.ts";
import type { JournalledScenario } from "../../../runner/journal/journalledRun.ts";
import { ScenarioJournal } from "../../../runner/journal/scenarioJournal.ts";
import { startOf } from "../../../runner/journal/startOf.ts";
import { markOf, type Mark } from "../../../runner/marks/mark.ts";
import { findClaims } from "../../../runner/sweep/findClaims.ts";
import type { Scene } from "../../../runner/sweep/planSweep.ts";

const url = "http://127.0.0.1:4566";
const runId = "20260101T120000-1a2b3c";
const old = { ...markOf(runId, "1a2b3c00", "kms/one"), expires: "2020-01-01T00:00:00.000Z" };
const fresh = markOf(runId, "1a2b3c00", "kms/one");
const nothing: Scene = { found: [], marks: new Map(), aliased: new Map() };

/** An account with one user of the scenario run. */
function accountOf(mark: Mark): Scene {
  const user = foundOf("arn:aws:iam::000000000000:user/reader-1a2b3c00", "us-east-1");
  return user ? { found: [user], marks: new Map([[keyOfFound(user), mark]]), aliased: new Map() } : nothing;
}

describe("The claims of a sweep", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-claims-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** Leaves the journal of a run. */
  async function journalOf(
    started: string | undefined,
    { left, mark = fresh, target = url }: { left?: JournalledScenario["left"]; mark?: Mark; target?: string } = {},
  ): Promise<void> {
    const run = join(folder, "runs", runId);
    await mkdir(run, { recursive: true });
    const journal = new Journal(run);
    journal.write({
      type: "run began",
      run: runId,
      target,
      lasting: true,
      host: hostname(),
      pid: process.pid,
      started,
    });
    journal.close();
    const scenario = new ScenarioJournal(run, mark);
    scenario.began(mark, { folder: "kms_one", regions: [] });
    if (left) scenario.ended(left);
  }

  async function claimed(scene: Scene, kept = true): Promise<string[]> {
    return (await findClaims({ folder, url, kept }, scene)).map(({ mark }) => mark.run);
  }

  it("are made to what a killed run has left, expired or not", async () => {
    await journalOf("another boot 1");
    expect(await claimed(nothing)).to.deep.equal([fresh.run]);
  });

  it("are not made to a run that goes on, even where it has expired", async () => {
    await journalOf(await startOf(process.pid), { mark: old });
    expect(await claimed(accountOf(old))).to.deep.equal([]);
  });

  it("are not made on another target than the run's", async () => {
    await journalOf("another boot 1", { target: "http://127.0.0.1:4567" });
    expect(await claimed(nothing)).to.deep.equal([]);
  });

  it("are not made where nothing is left", async () => {
    await journalOf("another boot 1", { left: "nothing" });
    expect(await claimed(nothing)).to.deep.equal([]);
  });

  it("are made to what was kept only where that is meant, or it has expired", async () => {
    await journalOf("another boot 1", { left: "everything, as was wanted" });
    expect([await claimed(nothing, false), await claimed(nothing, true)]).to.deep.equal([[], [fresh.run]]);
    await rm(join(folder, "runs"), { recursive: true });
    await journalOf("another boot 1", { left: "everything, as was wanted", mark: old });
    expect(await claimed(nothing, false)).to.deep.equal([old.run]);
  });

  it("are made by tags alone once these have expired, and not before", async () => {
    expect([await claimed(accountOf(old)), await claimed(accountOf(fresh))]).to.deep.equal([[old.run], []]);
  });

  it("are not made where only tags remain, as on a key that is pending deletion", async () => {
    expect(await claimed({ ...accountOf(old), found: [] })).to.deep.equal([]);
  });
});
