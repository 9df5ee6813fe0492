import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { AwsStates } from "../../../cli/aws/awsState.ts";
import { startTestEmulator } from "../../support/emulator.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { Keylab } from "../keylab.ts";
import { leaveWord } from "./leaveWord.ts";

describe("keylab aws stop", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-stop-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const stop = (port: string) =>
    keylabHere(["aws", "stop", "--port", port], new FakeContext({ workingFolder: folder }));

  it("stops what was started from the same folder, says so, and finds none afterwards", async () => {
    const server = new Keylab(["aws", "start", "--port", "0"], { folder });
    const [, port = ""] = await server.says(/http:\/\/127\.0\.0\.1:(\d+)[^]*Ctrl-C/);
    expect(await stop(port)).to.deep.equal({
      exitCode: 0,
      stdout: `Stopped the embedded AWS at http://127.0.0.1:${port} (process ${server.process.pid}).\n`,
      stderr: "",
    });
    const { exitCode, stderr } = await server.ended();
    expect([exitCode, stderr]).to.deep.equal([0, "Stopping.\n"]);
    expect(await new AwsStates(join(folder, ".keylab")).ports()).to.deep.equal([]);
    const again = await stop(port);
    expect([again.exitCode, again.stdout, again.stderr.split("\n")[0]]).to.deep.equal([
      1,
      "",
      `No embedded AWS that was started from this folder runs on port ${port}.`,
    ]);
  });

  it("says when the process is none that can be ended from here", async () => {
    const emulator = await startTestEmulator();
    try {
      // Beyond the greatest process id that Linux and macOS give.
      await leaveWord(folder, emulator, 2 ** 30);
      expect(await stop(String(emulator.port))).to.deep.equal({
        exitCode: 1,
        stdout: "",
        stderr: `Process ${2 ** 30} of the embedded AWS cannot be ended from here.\nStop it where it runs.\n`,
      });
    } finally {
      await emulator.stop();
    }
  });
});
