import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { FastifyInstance } from "fastify";
import { documents, page } from "../../../reporters/documents.ts";
import { openReport } from "../../../cli/report/openReport.ts";
import { reportServer } from "../../../cli/report/reportServer.ts";
import { sampleRuns } from "../../reporters/sampleRuns.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { Keylab } from "../keylab.ts";
import { leaveRuns } from "../runs.ts";

const { passed = [], failed = [] } = sampleRuns;

const listedIn = (body: string) => [...body.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, run]) => run);

describe("keylab report", () => {
  let folder = "";
  let runs = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-report-"));
    runs = join(folder, ".keylab", "runs");
    await leaveRuns(folder, { "20260101T100000-aaaaaa": failed, "20260102T100000-bbbbbb": passed });
  });

  afterEach(() => rm(folder, { recursive: true }));

  describe("open", () => {
    const open = (...args: string[]) =>
      keylabHere(["report", "open", ...args], new FakeContext({ workingFolder: folder }));

    for (const { name, args, run } of [
      { name: "the last run", args: [], run: "20260102T100000-bbbbbb" },
      { name: "the run that is named", args: ["20260101T100000-aaaaaa"], run: "20260101T100000-aaaaaa" },
    ]) {
      it(`prints where the report is, and makes one that is missing: ${name}`, async () => {
        const path = join(runs, run, page.file);
        expect(await open(...args)).to.deep.equal({ exitCode: 0, stdout: `${path}\n`, stderr: "" });
        expect((await stat(path)).mode & 0o777).to.equal(0o600);
      });
    }

    it("leaves a report that is there as it is", async () => {
      const path = join(runs, "20260102T100000-bbbbbb", page.file);
      await writeFile(path, "mine");
      await open();
      expect(await readFile(path, "utf8")).to.equal("mine");
    });

    for (const { name, environment, isOpened } of [
      { name: "on a desktop", environment: { DISPLAY: ":0" }, isOpened: true },
      { name: "in a log-in from elsewhere", environment: { DISPLAY: ":0", SSH_CONNECTION: "x" }, isOpened: false },
      { name: "in CI", environment: { DISPLAY: ":0", CI: "true" }, isOpened: false },
    ]) {
      it(`${isOpened ? "opens a browser" : "opens none"} ${name}`, async () => {
        const opened: string[] = [];
        const context = new FakeContext({ workingFolder: folder, environment });
        await openReport(undefined, context, async (path) => opened.push(path));
        expect(opened).to.deep.equal(isOpened ? [join(runs, "20260102T100000-bbbbbb", page.file)] : []);
      });
    }

    it("says when no browser can be opened", async () => {
      const context = new FakeContext({ workingFolder: folder, environment: { DISPLAY: ":0" } });
      await openReport(undefined, context, () => Promise.reject(new Error("spawn xdg-open ENOENT")));
      expect(context.told()).to.equal("No browser could be opened: spawn xdg-open ENOENT\n");
    });

    it("says which run there is instead", async () => {
      const { exitCode, stderr } = await open("20260102T100000-bbbbbc");
      expect(exitCode).to.equal(1);
      expect(stderr)
        .to.include('There is no run "20260102T100000-bbbbbc"')
        .and.include('mean "20260102T100000-bbbbbb"?');
    });

    it("takes no path for a run", async () => {
      await mkdir(join(folder, "elsewhere"));
      await writeFile(join(folder, "elsewhere", "events.jsonl"), "");
      expect((await open("../../elsewhere")).stderr).to.include('There is no run "../../elsewhere"');
    });
  });

  describe("serve", () => {
    let server: FastifyInstance;

    beforeEach(async () => {
      server = reportServer(runs);
      await server.ready();
    });

    afterEach(() => server.close());

    const get = (url: string, headers: Readonly<Record<string, string>> = { host: "127.0.0.1:4567" }) =>
      server.inject({ method: "GET", url, headers });

    it("lists all runs, the newest first", async () => {
      const { statusCode, headers, body } = await get("/");
      expect([statusCode, headers["content-type"]]).to.deep.equal([200, "text/html; charset=utf-8"]);
      expect(listedIn(body)).to.deep.equal(["20260102T100000-bbbbbb", "20260101T100000-aaaaaa"]);
      expect(headers["content-security-policy"]).to.include("default-src 'none'");
      expect(headers["x-content-type-options"]).to.equal("nosniff");
    });

    it("tells how each run ended, and which one has not", async () => {
      await leaveRuns(folder, { "20260103T100000-cccccc": passed.slice(0, -1) });
      const { body } = await get("/");
      expect([...body.matchAll(/<\/strong> (.) .*?<br\/>/g)].map(([, sign]) => sign)).to.deep.equal(["…", "✔", "✘"]);
    });

    for (const [name, { file, mediaType }] of Object.entries(documents)) {
      it(`serves a report, and makes it if it is missing: ${name}`, async () => {
        const { statusCode, headers, body } = await get(`/runs/20260101T100000-aaaaaa/${file}`);
        expect([statusCode, headers["content-type"]]).to.deep.equal([200, `${mediaType}; charset=utf-8`]);
        expect(body).to.equal(await readFile(join(runs, "20260101T100000-aaaaaa", file), "utf8"));
      });
    }

    it("serves the events", async () => {
      const { body, headers } = await get("/runs/20260101T100000-aaaaaa/events.jsonl");
      expect(headers["content-type"]).to.equal("application/jsonl; charset=utf-8");
      expect(body.split("\n")).to.have.lengthOf(failed.length + 1);
    });

    for (const path of [
      "/runs/20260101T100000-aaaaaa/secret.txt",
      "/runs/20260103T100000-cccccc/report.json",
      "/runs/..%2f..%2felsewhere/events.jsonl",
      "/runs/20260101T100000-aaaaaa/..%2f..%2f..%2fpassphrase",
      "/runs/%2e%2e/passphrase",
      "/runs/../passphrase",
      "/runs/20260101T100000-aaaaaa/constructor",
      "/passphrase",
    ]) {
      it(`serves nothing else: ${path}`, async () => {
        await writeFile(join(folder, ".keylab", "passphrase"), "secret");
        await writeFile(join(runs, "20260101T100000-aaaaaa", "secret.txt"), "secret");
        await leaveRuns(folder, { "../../elsewhere": failed });
        const { statusCode, body } = await get(path);
        expect([statusCode, body]).to.deep.equal([404, "There is no such report.\n"]);
      });
    }

    for (const { host, status } of [
      { host: "127.0.0.1:4567", status: 200 },
      { host: "localhost", status: 200 },
      { host: "[::1]:80", status: 200 },
      { host: "keylab.example.com", status: 403 },
      { host: "127.0.0.1.example.com", status: 403 },
      { host: "localhost.example.com:4567", status: 403 },
    ]) {
      it(`${status === 200 ? "answers" : "turns away"} whoever calls it ${JSON.stringify(host)}`, async () => {
        for (const path of ["/", "/runs/20260101T100000-aaaaaa/report.json"]) {
          expect((await get(path, { host })).statusCode).to.equal(status);
        }
      });
    }

    it("says why a report cannot be made", async () => {
      await writeFile(join(runs, "20260101T100000-aaaaaa", "events.jsonl"), "{}\n");
      const { statusCode, body } = await get("/runs/20260101T100000-aaaaaa/report.json");
      expect(statusCode).to.equal(500);
      expect(body).to.include("does not begin with the start of a run.");
    });

    it("runs until Ctrl-C, for this machine alone", async () => {
      const keylab = new Keylab(["report", "serve", "20260101T100000-aaaaaa", "--port", "0"], { folder });
      const [, url = ""] = await keylab.says(/^Reports at (http:\/\/127\.0\.0\.1:\d+\/\S+)\n/);
      expect(url).to.match(new RegExp(`/runs/20260101T100000-aaaaaa/${page.file}$`));
      expect((await fetch(url)).status).to.equal(200);
      const status = await new Promise((resolve) =>
        request(url, { headers: { host: "rebound.example.com" } }, (answer) => resolve(answer.statusCode)).end(),
      );
      expect(status).to.equal(403);
      keylab.process.kill("SIGINT");
      const { exitCode, stderr } = await keylab.ended();
      expect([exitCode, stderr]).to.deep.equal([0, "Stopping.\n"]);
    }).timeout(120_000);
  });
});
