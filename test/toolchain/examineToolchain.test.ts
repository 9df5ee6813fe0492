import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { version as pinned } from "@pulumi/pulumi/version.js";
import { expect } from "chai";
import { examineToolchain } from "../../toolchain/examineToolchain.ts";
import { nodeArguments } from "../../toolchain/nodeArguments.ts";
import { FakeMachine } from "./fakeMachine.ts";

const host = "pulumi-language-nodejs";
const online = async () => undefined;
const offline = async () => "get.pulumi.com cannot be reached";

describe("examineToolchain", () => {
  let machine: FakeMachine;
  beforeEach(async () => void (machine = await FakeMachine.create()));
  afterEach(() => machine.remove());

  const examine = (installerProblem: () => Promise<string | undefined>, more: Record<string, string> = {}) =>
    examineToolchain({
      environment: { ...machine.environment, ...more },
      nodeVersion: "20.19.0",
      installerProblem,
    });
  const summary = (findings: Awaited<ReturnType<typeof examineToolchain>>) =>
    findings.map(({ name, status, required }) => `${name}: ${status}${required ? ", required" : ""}`);

  it("finds everything on a machine that is ready, and does not mention Go", async () => {
    await machine.write(machine.cached("pulumi"), `echo v${pinned}`);
    await machine.installHost(machine.cached(host), "3.68.0");
    expect(await examine(offline)).to.deep.equal([
      { name: "Node.js", status: "ok", detail: "20.19.0", required: true },
      { name: "Pulumi CLI", status: "ok", detail: `${pinned}, cache, ${machine.cached("pulumi")}`, required: true },
      {
        name: "Node.js language host",
        status: "ok",
        detail: `3.68.0, beside the Pulumi CLI, ${machine.cached(host)}`,
        required: false,
      },
    ]);
  });

  it("says why a CLI on PATH is passed over", async () => {
    await machine.write(machine.onPath("pulumi"), "echo v2.0.0");
    await machine.write(machine.cached("pulumi"), `echo v${pinned}`);
    const [, pulumi] = await examine(offline);
    expect(pulumi?.detail).to.match(/, cache, .* \(The Pulumi CLI on PATH is not used: .*2\.0\.0; Keylab needs/);
  });

  it("takes a missing CLI lightly as long as Go can build it", async () => {
    await machine.installGo();
    const findings = await examine(offline);
    expect(summary(findings)).to.deep.equal([
      "Node.js: ok, required",
      "Pulumi CLI: missing",
      "Node.js language host: missing",
      "Go: ok",
    ]);
    expect(findings.map(({ mend }) => mend)).to.deep.equal([
      undefined,
      "npx keylab run (installs it first)",
      "npx keylab aws env (builds it first)",
      undefined,
    ]);
    const cached = await access(machine.cached("pulumi")).catch(() => "absent");
    expect(cached, "nothing is installed").to.equal("absent");
  });

  it("takes a missing CLI lightly as long as the installer can be reached", async () => {
    expect(summary(await examine(online))).to.include.members(["Pulumi CLI: missing", "Go: missing"]);
  });

  it("requires a CLI when nothing could install it", async () => {
    await machine.installGo({ version: "go1.19" });
    const findings = await examine(offline);
    expect(summary(findings)).to.include.members(["Pulumi CLI: missing, required", "Go: wrong"]);
    expect(findings[1]?.detail).to.equal(
      "not installed yet, and cannot be installed: get.pulumi.com cannot be reached, and Go is not usable",
    );
    expect(findings[1]?.mend).to.match(
      /^install Go 1\.25\.\d+ or later from https:\/\/go\.dev\/dl\/, or set KEYLAB_PULUMI$/,
    );
  });

  it("requires a KEYLAB_PULUMI that is wrong to be mended", async () => {
    const chosen = join(machine.folder, "nowhere");
    const findings = await examine(online, { KEYLAB_PULUMI: chosen });
    expect(summary(findings)[1]).to.equal("Pulumi CLI: wrong, required");
    expect(findings[1]?.mend).to.match(/^Set KEYLAB_PULUMI/);
  });

  it("loads under the module rules of Node.js, which are stricter than the test runner's", async () => {
    const program = new URL("../../toolchain/examineToolchain.ts", import.meta.url);
    const env = { ...process.env, TSX_DISABLE_CACHE: "1" };
    const { stderr } = await promisify(execFile)(process.execPath, nodeArguments(program), { env });
    expect(stderr).to.equal("");
  });

  for (const { nodeVersion, status } of [
    { nodeVersion: "20.18.3", status: "wrong" },
    { nodeVersion: "20.19.0", status: "ok" },
    { nodeVersion: "24.1.0", status: "ok" },
  ]) {
    it(`finds Node.js ${nodeVersion} ${status}`, async () => {
      const [node] = await examineToolchain({
        environment: machine.environment,
        nodeVersion,
        installerProblem: online,
      });
      expect(node?.status).to.equal(status);
    });
  }
});
