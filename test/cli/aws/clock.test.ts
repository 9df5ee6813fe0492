import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { Keylab } from "../keylab.ts";

describe("keylab aws clock", () => {
  let folder = "";
  let server: Keylab;
  let port = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-clock-"));
    server = new Keylab(["aws", "start", "--port", "0", "--clock", "fixed:2026-01-01"], { folder });
    const [, digits = ""] = await server.says(/http:\/\/127\.0\.0\.1:(\d+)[^]*Ctrl-C/);
    port = digits;
  });
  after(async () => {
    server.process.kill("SIGTERM");
    await server.ended();
    await rm(folder, { recursive: true });
  });

  const clock = (...more: string[]) =>
    keylabHere(["aws", "clock", ...more, "--port", port], new FakeContext({ workingFolder: folder }));

  it("shows the clock and moves it forward", async () => {
    expect((await clock()).stdout).to.equal("2026-01-01T00:00:00.000Z\n");
    expect((await clock("advance", "36h")).stdout).to.equal("2026-01-02T12:00:00.000Z\n");
    expect((await clock()).stdout).to.equal("2026-01-02T12:00:00.000Z\n");
  });

  it("says what a duration is", async () => {
    const { exitCode, stderr } = await clock("advance", "soon");
    expect(exitCode).to.equal(2);
    expect(stderr).to.include("A duration is written 30s, 30m, 36h or 7d.");
  });
});
