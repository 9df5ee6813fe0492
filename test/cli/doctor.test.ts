import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { FakeMachine } from "../toolchain/fakeMachine.ts";
import { FakeContext, keylabHere } from "./fakeContext.ts";

describe("keylab doctor", () => {
  let machine: FakeMachine;

  beforeEach(async () => {
    machine = await FakeMachine.create();
    await machine.write(machine.cached("pulumi"), "echo v3.246.0");
    await machine.installHost(machine.cached("pulumi-language-nodejs"), "3.68.0");
  });

  afterEach(() => machine.remove());

  const doctor = (environment: Record<string, string> = {}) =>
    keylabHere(
      ["doctor"],
      new FakeContext({ workingFolder: machine.folder, environment: { ...machine.environment, ...environment } }),
    );

  it("says what there is, and that the main job can run", async () => {
    const { exitCode, stdout, stderr } = await doctor();
    expect([exitCode, stderr]).to.deep.equal([0, ""]);
    const cached = machine.cached("pulumi");
    expect(stdout.split("\n")).to.deep.equal([
      `Node.js                ok  ${process.versions.node}`,
      `Pulumi CLI             ok  3.246.0, cache, ${cached}`,
      `Node.js language host  ok  3.68.0, beside the Pulumi CLI, ${cached}-language-nodejs`,
      `Backend                ok  files under ${machine.folder}/.keylab/runs`,
      "Target                 ok  local: the embedded AWS, starts and answers on 127.0.0.1",
      "",
      "`keylab run` can work.",
      "",
    ]);
  });

  it("says what is wrong, how to mend it, and that the main job cannot run", async () => {
    const { exitCode, stdout } = await doctor({ KEYLAB_PULUMI: "/nowhere/pulumi" });
    expect(exitCode).to.equal(1);
    expect(stdout).to.match(/\nPulumi CLI +wrong +KEYLAB_PULUMI names a Pulumi CLI that cannot be used: .*\n/);
    expect(stdout).to.match(/\n\nTo mend Pulumi CLI: Set KEYLAB_PULUMI .*\n\n`keylab run` cannot work yet.\n$/);
  });

  it("says when .keylab/ cannot be written", async () => {
    await writeFile(join(machine.folder, ".keylab"), "");
    const { exitCode, stdout } = await doctor();
    expect(exitCode).to.equal(1);
    expect(stdout).to.include(`Keylab cannot write ${machine.folder}/.keylab/runs: a file is in the way.\n`);
    expect(stdout).to.include("\nTo mend Backend: Move the file away, or work in another folder.\n");
  });

  it("says when an embedded AWS left word and does not run any more; the main job needs none", async () => {
    const states = join(machine.folder, ".keylab", "aws");
    await mkdir(states, { recursive: true });
    await writeFile(join(states, "4999.json"), "{}");
    const { exitCode, stdout } = await doctor();
    expect(exitCode).to.equal(0);
    expect(stdout).to.match(/\nEmbedded AWS +missing +on port 4999 does not run any more\n/);
    expect(stdout).to.include("\nTo mend Embedded AWS: npx keylab aws start --port 4999\n");
  });
});
