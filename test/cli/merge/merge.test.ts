import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { documents } from "../../../reporters/documents.ts";
import { readRun } from "../../../reporters/readRun.ts";
import type { RunEvent, RunStarted, RunSummary } from "../../../reporters/events.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { sampleRuns } from "../../reporters/sampleRuns.ts";

const selected = ["kms/first-key", "kms/hmac", "s3/bucket-keys"];

type Sample = "passed" | "failed" | "inconclusive" | "leftovers" | "interrupted";

/** A shard of the selection, each of whose scenarios went as a sample did. */
function shard(
  index: number,
  scenarios: readonly string[],
  sample: Sample = "passed",
  changes: Partial<RunStarted> = {},
) {
  const [started, ...events] = sampleRuns[sample] ?? [];
  const ended = events.pop();
  if (started?.type !== "run started" || ended?.type !== "run ended") throw new Error("not a run");
  const summary: RunSummary = scenarios.length === 0 ? { ...ended.summary, passed: 0 } : ended.summary;
  return [
    { ...started, runId: `run-${index}`, selected, scenarios, shard: { index, of: 2 }, ...changes },
    ...scenarios.flatMap((scenario) => events.map((event) => ({ ...event, scenario }))),
    { ...ended, summary, milliseconds: index * 1000 },
  ].map((event): RunEvent => event);
}

const first = shard(1, ["s3/bucket-keys"]);
const second = shard(2, ["kms/hmac", "kms/first-key"]);

describe("keylab merge", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-merge-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const write = async (shards: Readonly<Record<string, readonly RunEvent[]>>) => {
    for (const [name, events] of Object.entries(shards)) {
      const path = join(folder, name, "events.jsonl");
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, events.map((event) => `${JSON.stringify(event)}\n`).join(""));
    }
  };

  const merge = async (...args: string[]) => {
    const told = await keylabHere(["merge", ...args], new FakeContext({ workingFolder: folder }));
    return { ...told, stderr: told.stderr.replaceAll(folder, "FOLDER") };
  };

  it("tells shards as one run, in the order of the selection, and keeps it with all reports", async () => {
    await write({ "artifacts/one/run-1": first, "artifacts/two/run-2": second });
    const told = await merge("artifacts", "--output", "merged", "--reporter", "junit=all.xml");
    expect(told).to.deep.equal({
      exitCode: 0,
      stdout: "15 passed, 0 failed, 0 inconclusive, 0 leftovers (2.0 s)\n",
      stderr: "",
    });
    const merged = join(folder, "merged");
    const { started, scenarios, ended } = await readRun(join(merged, "events.jsonl"));
    expect(
      scenarios.map(({ started, phases }) => [started.scenario, phases.flatMap(({ checks }) => checks).length]),
    ).to.deep.equal(selected.map((id) => [id, 5]));
    expect([started.runId, started.workers, started.shard, started.scenarios]).to.deep.equal([
      "run-1-merged",
      4,
      undefined,
      selected,
    ]);
    expect(ended?.summary).to.include({ passed: 15, notRun: 0, interrupted: false });
    const files = ["events.jsonl", ...Object.values(documents).map(({ file }) => file)].sort();
    expect((await readdir(merged)).sort()).to.deep.equal(files);
    for (const file of files) expect((await stat(join(merged, file))).mode & 0o777, file).to.equal(0o600);
    expect((await stat(merged)).mode & 0o777).to.equal(0o700);
    const xml = await readFile(join(folder, "all.xml"), "utf8");
    expect([...xml.matchAll(/<testsuite name="([^"]*)"/g)].map(([, id]) => id)).to.deep.equal(selected);
  });

  it("takes one whole run for all of it, and each folder once", async () => {
    await write({ whole: shard(1, selected, "passed", { shard: undefined }) });
    expect((await merge("whole", "./whole/", ".")).exitCode).to.equal(0);
  });

  it("is content with a shard that had nothing to run", async () => {
    await write({ a: shard(1, selected), b: shard(2, []) });
    expect(await merge("a", "b")).to.include({ exitCode: 0, stderr: "" });
  });

  const verdicts: readonly {
    readonly name: string;
    readonly shards: Readonly<Record<string, readonly RunEvent[]>>;
    readonly exitCode: number;
    readonly says: readonly string[];
  }[] = [
    { name: "a missing shard", shards: { a: first }, exitCode: 1, says: ["Shard 2 of 2 is missing."] },
    {
      name: "a shard that is there twice",
      shards: { a: first, b: second, c: second },
      exitCode: 1,
      says: ["Shard 2 of 2 is there 2 times: FOLDER/b, FOLDER/c."],
    },
    {
      name: "a shard that was killed",
      shards: { a: first, b: second.slice(0, -1) },
      exitCode: 1,
      says: ["Shard 2 of 2 (FOLDER/b) was cut short: it has no end."],
    },
    {
      name: "a shard that failed",
      shards: { a: first, b: shard(2, ["kms/hmac", "kms/first-key"], "failed") },
      exitCode: 1,
      says: ["Shard 2 of 2 (FOLDER/b) was not as expected: 4 passed, 2 failed, 0 inconclusive, 0 leftovers (2.0 s)"],
    },
    {
      name: "a shard that left something behind",
      shards: { a: shard(1, ["s3/bucket-keys"], "leftovers"), b: second },
      exitCode: 1,
      says: ["Shard 1 of 2 (FOLDER/a) was not as expected: 5 passed, 0 failed, 0 inconclusive, 2 leftovers (1.0 s)"],
    },
    {
      name: "a shard that is inconclusive",
      shards: { a: first, b: shard(2, ["kms/hmac", "kms/first-key"], "inconclusive") },
      exitCode: 3,
      says: ["Shard 2 of 2 (FOLDER/b) was not as expected: 4 passed, 0 failed, 1 inconclusive, 0 leftovers (2.0 s)"],
    },
    {
      name: "a shard that is inconclusive, and another that is missing",
      shards: { b: shard(2, ["kms/hmac", "kms/first-key"], "inconclusive") },
      exitCode: 1,
      says: [
        "Shard 1 of 2 is missing.",
        "Shard 2 of 2 (FOLDER/b) was not as expected: 4 passed, 0 failed, 1 inconclusive, 0 leftovers (2.0 s)",
      ],
    },
    {
      name: "a shard of another selection",
      shards: { a: first, b: shard(2, ["kms/hmac"], "passed", { selected: ["kms/hmac"] }) },
      exitCode: 1,
      says: ["FOLDER/b and FOLDER/a are of different selections."],
    },
    {
      name: "shards of different numbers",
      shards: { a: first, b: shard(2, ["kms/hmac", "kms/first-key"], "passed", { shard: { index: 2, of: 3 } }) },
      exitCode: 1,
      says: ["FOLDER/b and FOLDER/a are not of the same number of shards."],
    },
    {
      name: "shards of different targets",
      shards: {
        a: first,
        b: shard(2, ["kms/hmac", "kms/first-key"], "passed", {
          target: { name: "http://127.0.0.1:4566", summary: "an endpoint", statesLayer: true },
        }),
      },
      exitCode: 1,
      says: ["FOLDER/b and FOLDER/a had different targets, http://127.0.0.1:4566 and local."],
    },
    {
      name: "a scenario that both shards ran, and one that none did",
      shards: { a: first, b: shard(2, ["s3/bucket-keys", "kms/hmac"]) },
      exitCode: 1,
      says: ["kms/first-key was run by no shard.", "s3/bucket-keys was run by 2 shards."],
    },
  ];
  for (const { name, shards, exitCode, says } of verdicts) {
    it(`fails, and says why, but tells the run: ${name}`, async () => {
      await write(shards);
      const told = await merge(".", "--reporter", "json=all.json");
      expect(told.stderr.trimEnd().split("\n")).to.deep.equal(says);
      expect(told.exitCode).to.equal(exitCode);
      expect(told.stdout).to.match(/^\d+ passed, .* \(\d+\.\d s\)\n$/);
      expect(await readFile(join(folder, "all.json"), "utf8")).to.include('"runId": "run-');
    });
  }

  it("says how many scenarios did not run, where a shard is missing or was killed", async () => {
    await write({ a: first });
    expect((await merge("a")).stdout).to.equal(
      "5 passed, 0 failed, 0 inconclusive, 0 leftovers, 2 scenarios not run (1.0 s)\n",
    );
    await write({ b: second.slice(0, -4) });
    expect((await merge("a", "b")).stdout).to.match(/^10 passed, .*, 1 scenario not run, interrupted \(\d+\.\d s\)\n$/);
  });

  for (const { name, args, says } of [
    { name: "a folder without a run", args: ["empty"], says: "There is no run in FOLDER/empty.\n" },
    { name: "no folder", args: ["missing"], says: "FOLDER/missing is no folder.\n" },
    {
      name: "a folder for the output that is not empty",
      args: ["a", "--output", "a"],
      says: "FOLDER/a is not empty.\n",
    },
    { name: "an unknown reporter", args: ["a", "--reporter", "jsn=x"], says: 'There is no reporter "jsn".' },
  ]) {
    it(`refuses ${name}`, async () => {
      await write({ a: first });
      await mkdir(join(folder, "empty"));
      const { exitCode, stdout, stderr } = await merge(...args);
      expect(exitCode).to.be.oneOf([1, 2]);
      expect([stdout, stderr.startsWith(says)]).to.deep.equal(["", true], stderr);
    });
  }

  it("tells GitHub what is not as expected", async () => {
    await write({ a: first, b: shard(2, ["kms/hmac", "kms/first-key"], "failed") });
    const { stdout } = await merge(".", "--reporter", "github");
    expect(stdout.match(/^::error /gm)).to.have.lengthOf(4);
  });
});
