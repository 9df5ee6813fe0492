import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { UserError } from "../../errors/userError.ts";
import { EventLogReporter } from "../../reporters/eventLog.ts";
import { runEvent, type RunEvent } from "../../reporters/events.ts";
import { readEventLog } from "../../reporters/readEventLog.ts";
import { readLines } from "../../reporters/readLines.ts";
import { readRun } from "../../reporters/readRun.ts";
import { collect } from "../support/collect.ts";
import { sampleRuns } from "./sampleRuns.ts";
import { toldRun } from "./toldRun.ts";

const { passed = [], failed = [] } = sampleRuns;

/** Events as they come back: what is undefined is not written. */
function written(events: readonly RunEvent[]): unknown {
  return JSON.parse(JSON.stringify(events));
}

function textOf(events: readonly RunEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

describe("the events of a run", () => {
  let folder = "";
  let path = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-events-"));
    path = join(folder, "events.jsonl");
  });

  afterEach(() => rm(folder, { recursive: true }));

  const read = async (text: string | Buffer) => {
    await writeFile(path, text);
    return collect(readEventLog(path));
  };

  /** What is said of a file that cannot be read. */
  const mistake = async (text: string) => {
    try {
      await read(text);
    } catch (error) {
      if (error instanceof UserError) return error.message.replaceAll(path, "FILE");
      throw error;
    }
    return "none";
  };

  for (const [name, events] of Object.entries(sampleRuns)) {
    it(`are read back as they were told: ${name}`, async () => {
      const log = new EventLogReporter(path);
      for (const event of events) log.on(event);
      log.close();
      expect(await collect(readEventLog(path))).to.deep.equal(written(events));
      expect(
        written(
          toldRun(events)
            .scenarios.map(({ ended }) => ended)
            .filter((ended) => ended !== undefined),
        ),
      ).to.deep.equal((await readRun(path)).scenarios.map(({ ended }) => ended));
    });
  }

  it("are read back to where a kill cut them off, at whatever byte", async () => {
    const bytes = Buffer.from(textOf(passed.slice(0, 3)).replace("user", "uſer🔑"));
    const firstLine = bytes.indexOf("\n") + 1;
    for (let end = firstLine; end < bytes.length; end += 1) {
      const ended = bytes.subarray(0, end).toString("latin1").split("\n").length - 1;
      const lacksItsEndAlone = bytes[end] === "\n".charCodeAt(0);
      const events = await read(bytes.subarray(0, end));
      expect(events.length, `cut off at byte ${end}`).to.equal(ended + (lacksItsEndAlone ? 1 : 0));
    }
  });

  it("may hold the line separators of Unicode", async () => {
    const reason = "a\u2028b\u2029c\u0085d\re";
    const odd = failed.map((event) => (event.type === "expectation checked" ? { ...event, reason } : event));
    expect(await read(textOf(odd))).to.deep.equal(written(odd));
  });

  const [start = "", second = "", third = ""] = textOf(passed).split("\n");
  const types = runEvent.options.map(({ shape }) => shape.type.value);
  const version = start.replace('"schemaVersion":1', '"schemaVersion":2');
  for (const { name, text, says } of [
    {
      name: "a line cut off before others",
      text: [start, second.slice(0, 40), third, ""].join("\n"),
      says: "FILE, line 2 is no event of a run: it is not JSON.",
    },
    {
      name: "an unknown event",
      text: `${start}\n{"type":"run paused"}\n`,
      says: `FILE, line 2 is no event of a run: Invalid discriminator value. Expected ${types.map((type) => `'${type}'`).join(" | ")} (at type).`,
    },
    {
      name: "an event of the wrong form, even at the end",
      text: `${start}\n${second.replace('"attempt":1', '"attempt":"1"')}\n`,
      says: "FILE, line 2 is no event of a run: Invalid input: expected number, received string (at attempt).",
    },
    {
      name: "another version",
      text: `${version}\n`,
      says: "FILE has version 2 of the events; this Keylab reads version 1.",
    },
    { name: "nothing", text: "", says: "FILE does not begin with the start of a run." },
    { name: "no start", text: `${second}\n`, says: "FILE does not begin with the start of a run." },
    { name: "no JSON at all", text: "hello", says: "FILE, line 1 is no event of a run: it is not JSON." },
  ]) {
    it(`are refused with the place of the mistake: ${name}`, async () => {
      expect(await mistake(text)).to.equal(says);
    });
  }

  it("are missed where there is no file", async () => {
    const error = await readRun(path).catch((problem: unknown) => problem);
    expect(error).to.be.instanceOf(UserError);
    expect(String(error)).to.match(/cannot read .*events\.jsonl: ENOENT/);
  });

  it("are refused out of order", async () => {
    await writeFile(path, `${start}\n${third}\n`);
    const error = await readRun(path).catch((problem: unknown) => problem);
    expect(String(error)).to.match(/is not in order: an event of the scenario .* came before its start\.$/);
  });
});

describe("lines", () => {
  const cut = (...chunks: string[]) =>
    collect(
      readLines(
        (async function* () {
          for (const chunk of chunks) yield Buffer.from(chunk, "latin1");
        })(),
      ),
    );

  for (const { chunks, lines } of [
    { chunks: [], lines: [] },
    { chunks: ["a\nb\n"], lines: ["a", "b*"] },
    { chunks: ["a", "\n", "b"], lines: ["a", "b*"] },
    { chunks: ["a\n\nb"], lines: ["a", "", "b*"] },
    { chunks: ["\xc3", "\xa4\n\xf0\x9f", "\x94\x91"], lines: ["ä", "🔑*"] },
    { chunks: ["a\r\n"], lines: ["a\r*"] },
  ]) {
    it(`are found across chunks: ${JSON.stringify(chunks)}`, async () => {
      const found = (await cut(...chunks)).map(({ text, isLast }) => `${text}${isLast ? "*" : ""}`);
      expect(found).to.deep.equal(lines);
    });
  }
});
