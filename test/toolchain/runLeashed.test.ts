import { expect } from "chai";
import { runLeashed } from "../../toolchain/runLeashed.ts";
import { StepFailed } from "../../toolchain/stepFailed.ts";

describe("runLeashed", () => {
  const shell = (script: string, limitMs = 10_000) =>
    runLeashed({
      command: "/bin/sh",
      args: ["-c", script],
      folder: "/",
      environment: { PATH: "/usr/bin:/bin", GREETING: "hello" },
      limitMs,
    });
  const failure = async (work: Promise<void>) => {
    const error: unknown = await work.catch((reason: unknown) => reason);
    if (!(error instanceof StepFailed)) throw new Error(`expected a StepFailed, got ${String(error)}`);
    return error.message;
  };

  it("ends quietly when the command succeeds", async () => {
    await shell('test "$GREETING" = hello');
  });

  it("fails with the last lines that the command wrote", async () => {
    expect(await failure(shell("echo 1; echo 2; echo; echo 3; echo 4 >&2; exit 1"))).to.match(/^(2 \| 3 \| 4)$/);
  });

  it("fails with the exit code of a command that wrote nothing", async () => {
    expect(await failure(shell("exit 7"))).to.equal("/bin/sh ended with exit code 7");
  });

  it("kills a command that takes too long", async () => {
    expect(await failure(shell("sleep 60", 800))).to.equal("no end after 0.8 s");
  });

  it("says which command does not exist", async () => {
    const missing = { command: "/no/such/command", args: [], folder: "/", environment: {}, limitMs: 10_000 };
    expect(await failure(runLeashed(missing))).to.equal("spawn /no/such/command ENOENT");
  });
});
