import { appendFile, mkdtemp, rm, stat } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Journal } from "../../../runner/journal/journal.ts";
import { isGoingOn, journalledRun, type JournalledRun } from "../../../runner/journal/journalledRun.ts";
import { readJournal } from "../../../runner/journal/readJournal.ts";
import { ScenarioJournal } from "../../../runner/journal/scenarioJournal.ts";
import { startOf } from "../../../runner/journal/startOf.ts";
import { markOf } from "../../../runner/marks/mark.ts";

const mark = markOf("20260101T120000-1a2b3c", "1a2b3c00", "kms/one");
const arn = "arn:aws:iam::000000000000:user/reader-1a2b3c00";

describe("The journal of a run", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-journal-"));
    const journal = new Journal(folder);
    journal.write({ type: "run began", run: "20260101T120000-1a2b3c", target: "u", lasting: true, host: "h", pid: 1 });
    journal.close();
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function read(): Promise<JournalledRun> {
    const run = journalledRun(folder, await readJournal(folder));
    if (!run) throw new Error("the journal says nothing");
    return run;
  }

  function begin(): ScenarioJournal {
    const journal = new ScenarioJournal(folder, mark);
    journal.began(mark, { folder: "kms_one", regions: ["eu-west-1"] });
    return journal;
  }

  it("is for the user alone", async () => {
    expect((await stat(join(folder, "journal.jsonl"))).mode & 0o777).to.equal(0o600);
  });

  it("says of a scenario that was killed what it has made, and that something may be left", async () => {
    const journal = begin();
    journal.intended("aws:iam/user:User", "reader");
    journal.made({ urn: "urn", type: "aws:iam/user:User", id: "reader-1a2b3c00", arn, inputs: { secret: "hush" } });
    expect((await read()).scenarios).to.deep.equal([
      {
        suffix: "1a2b3c00",
        mark,
        folder: "kms_one",
        administrator: "keylab-administrator-1a2b3c00",
        regions: ["eu-west-1"],
        made: ["reader-1a2b3c00", arn],
        left: "something",
      },
    ]);
    expect(JSON.stringify(await readJournal(folder))).to.not.include("hush");
  });

  for (const left of ["nothing", "everything, as was wanted", "something"] as const) {
    it(`says that ${left} is left`, async () => {
      begin().ended(left);
      expect((await read()).scenarios.map((one) => one.left)).to.deep.equal([left]);
    });
  }

  it("says that nothing is left once it was swept", async () => {
    begin().ended("something");
    const journal = new Journal(folder);
    journal.write({ type: "swept", suffix: "1a2b3c00" });
    journal.close();
    expect((await read()).scenarios.map(({ left }) => left)).to.deep.equal(["nothing"]);
  });

  it("is read as far as it was written: the last line may be torn", async () => {
    begin();
    await appendFile(join(folder, "journal.jsonl"), '{"at":"2026-01-01T12:00:00Z","type":"scen');
    expect((await read()).scenarios.map(({ left }) => left)).to.deep.equal(["something"]);
  });
});

describe("A journalled run", () => {
  const run = { run: "r", folder: "f", target: "u", lasting: true, hasEnded: false, scenarios: [], host: hostname() };
  const live = { ...markOf("20260101T120000-1a2b3c", "1a2b3c00", "kms/one") };
  const scenario = {
    suffix: "",
    mark: live,
    folder: "",
    administrator: "",
    regions: [],
    made: [],
    left: "something",
  } as const;
  const expired = { ...scenario, mark: { ...live, expires: "2020-01-01T00:00:00.000Z" } };

  it("goes on as long as its process is there", async () => {
    expect(await isGoingOn({ ...run, pid: process.pid, started: await startOf(process.pid) })).to.equal(true);
  });

  it("does not go on when it said that it ended", async () => {
    const started = await startOf(process.pid);
    expect(await isGoingOn({ ...run, hasEnded: true, pid: process.pid, started })).to.equal(false);
  });

  it("does not go on in another process that has its pid by chance", async () => {
    expect(await isGoingOn({ ...run, pid: process.pid, started: "another boot 1" })).to.equal(false);
  });

  for (const [title, scenarios, expected] of [
    ["goes on on another machine until it expires", [scenario], true],
    ["does not go on on another machine once it has expired", [expired], false],
  ] as const) {
    it(title, async () => {
      expect(await isGoingOn({ ...run, host: "elsewhere.invalid", pid: 1, started: "x", scenarios })).to.equal(
        expected,
      );
    });
  }
});
