import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { notPassedLast } from "../../cli/select/notPassedLast.ts";
import { readGrep } from "../../cli/select/readGrep.ts";
import { readSeed } from "../../cli/select/readSeed.ts";
import { readShard } from "../../cli/select/readShard.ts";
import { selectScenarios, type Selection } from "../../cli/select/selectScenarios.ts";
import { readCount } from "../../cli/readCount.ts";
import { readTime } from "../../cli/readTime.ts";
import type { RunEvent } from "../../reporters/events.ts";
import { scenarios } from "../../scenarios/index.ts";
import { sampleRuns } from "../reporters/sampleRuns.ts";

const selected = (selection: Partial<Selection>) =>
  selectScenarios(scenarios, { ids: [], ...selection }).map(({ id }) => id);

describe("a selection of scenarios", () => {
  it("is all of them when nothing narrows it", () => {
    expect(selected({})).to.deep.equal(scenarios.map(({ id }) => id));
  });

  it("can be by area", () => {
    expect(selected({ areas: ["lambda", "ebs"] })).to.deep.equal([
      "ebs/encrypted-volume",
      "lambda/decrypts-its-configuration",
      "lambda/encrypts-and-decrypts",
    ]);
  });

  it("can be by workshop, which is not the beginning of another one's name", () => {
    const expected = scenarios.filter(({ workshop }) => /\bW3\b/.test(workshop)).map(({ id }) => id);
    expect(selected({ workshops: ["W3"] })).to.deep.equal(expected);
    expect(expected).to.include("dynamodb/transparent-encryption");
  });

  it("can be by what id or title have, upper and lower case alike", () => {
    expect(selected({ grep: readGrep("HMAC|^kms/first") })).to.deep.equal(["kms/first-key", "kms/hmac"]);
    expect(selected({ grep: readGrep("dynamodb full-access user") })).to.deep.equal([
      "dynamodb/transparent-encryption",
    ]);
  });

  it("is only among those that are left", () => {
    expect(selected({ areas: ["kms"], among: ["kms/hmac", "iam/session-policy"] })).to.deep.equal(["kms/hmac"]);
    expect(() => selected({ among: [] })).to.throw("No scenario is all that.");
  });

  it("is what meets all conditions", () => {
    expect(selected({ ids: ["kms/hmac", "kms/first-key"], grep: readGrep("hmac"), areas: ["kms"] })).to.deep.equal([
      "kms/hmac",
    ]);
  });

  const refusals: readonly [string, Partial<Selection>, string][] = [
    ["an area", { areas: ["dynamo"] }, 'There is no area "dynamo".'],
    ["a workshop", { workshops: ["W99"] }, 'There is no workshop "W99".'],
    ["an id", { ids: ["kms/hmak"] }, 'There is no scenario "kms/hmak". Did you mean "kms/hmac"?'],
    ["anything", { areas: ["ebs"], grep: readGrep("hmac") }, "No scenario is all that."],
  ];
  for (const [what, selection, message] of refusals) {
    it(`is refused when there is not ${what} of it`, () => {
      expect(() => selected(selection)).to.throw(message);
    });
  }
});

describe("options of a run", () => {
  const readings: readonly [string, (text: string) => unknown, string, unknown][] = [
    ["a shard", readShard, "2/4", { index: 2, of: 4 }],
    ["a seed", readSeed, "0", 0],
    ["a count", readCount(1), "12", 12],
    ["a time", readTime, "90s", 90_000],
  ];
  for (const [what, read, text, value] of readings) {
    it(`read ${what}`, () => {
      expect(read(text)).to.deep.equal(value);
    });
  }

  const refused: readonly [(text: string) => unknown, readonly string[], string][] = [
    [readShard, ["0/4", "5/4", "1", "1/0", "a/b", "1/4x"], "A shard is one of several parts"],
    [readSeed, ["", "-1", "1.5", "1234567890"], "A seed is a whole number"],
    [readCount(1), ["0", "100", "two", ""], "It is a whole number from 1 to 99."],
    [readTime, ["0s", "5", "-1m", "soon"], "A time is a whole number with its unit"],
    [readGrep, ["(", "[a"], "It is no regular expression: "],
  ];
  for (const [read, texts, message] of refused) {
    for (const text of texts) {
      it(`refuse "${text}": ${message}`, () => {
        expect(() => read(text)).to.throw(message);
      });
    }
  }
});

/** The same, on another target. */
function elsewhere(events: readonly RunEvent[] = []): readonly RunEvent[] {
  return events.map((event) =>
    event.type === "run started" ? { ...event, target: { ...event.target, name: "http://127.0.0.1:5000" } } : event,
  );
}

describe("what did not pass last", () => {
  let runs = "";

  beforeEach(async () => {
    runs = await mkdtemp(join(tmpdir(), "keylab-runs-"));
  });

  afterEach(() => rm(runs, { recursive: true }));

  async function keep(run: string, events: readonly RunEvent[] = []): Promise<void> {
    await mkdir(join(runs, run));
    await writeFile(join(runs, run, "events.jsonl"), events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  }

  it("is what failed in the latest run on the same target", async () => {
    await keep("20260101T000000-aaaaaa", sampleRuns.passed);
    await keep("20260102T000000-bbbbbb", sampleRuns.failed);
    await keep("20260103T000000-cccccc", elsewhere(sampleRuns.passed));
    expect(await notPassedLast(runs, "local")).to.deep.equal(["dynamodb/transparent-encryption"]);
  });

  it("is what was interrupted, too, and what never began", async () => {
    await keep("20260101T000000-aaaaaa", sampleRuns.interrupted);
    expect(await notPassedLast(runs, "local")).to.deep.equal(["dynamodb/transparent-encryption"]);
    await keep("20260102T000000-bbbbbb", sampleRuns.passed?.slice(0, 1));
    expect(await notPassedLast(runs, "local")).to.deep.equal(["dynamodb/transparent-encryption"]);
  });

  async function refusal(): Promise<string> {
    return notPassedLast(runs, "local").then(String, (error: unknown) => String(error));
  }

  it("is nothing to go by when all have passed, or nothing was run", async () => {
    expect(await refusal()).to.include("There is no run on local to go by.");
    await keep("20260101T000000-aaaaaa", sampleRuns.passed);
    expect(await refusal()).to.include("All scenarios of the last run on local have passed");
  });
});
