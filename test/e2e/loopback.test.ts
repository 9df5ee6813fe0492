import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { scenarios } from "../../scenarios/index.ts";
import { Keylab } from "../cli/keylab.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { RecordingProxy } from "../support/recordingProxy.ts";
import { shell } from "../support/shell.ts";

/** The first scenario of each area: between them they use every service. */
const oneOfEachArea = [...new Map(scenarios.map(({ id }) => [id.split("/")[0], id] as const).reverse()).values()];

const recorder = join(import.meta.dirname, "../support/recordConnections.mjs");

describe("a run on the embedded AWS", function () {
  this.timeout(180_000);
  let pulumi: string;
  let folder: string;
  let proxy: RecordingProxy;
  let environment: Record<string, string>;

  before(async function () {
    this.timeout(installationMilliseconds);
    pulumi = (await testPulumi()).path;
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
    const connections = join(folder, "connections");
    await writeFile(connections, "");
    proxy = new RecordingProxy();
    environment = {
      ...(await proxy.start()),
      HOME: folder,
      KEYLAB_PULUMI: pulumi,
      KEYLAB_TEST_CONNECTIONS: connections,
      NODE_OPTIONS: `--import=${recorder}`,
      // What a shell may hold that is set up for real AWS.
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      AWS_SESSION_TOKEN: "token",
      AWS_PROFILE: "a-profile-that-is-not-there",
      AWS_REGION: "eu-central-1",
      AWS_USE_FIPS_ENDPOINT: "true",
      AWS_ENDPOINT_URL: "https://aws.example.com",
    };
  });

  afterEach(async () => {
    proxy.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function reached(): Promise<string[]> {
    const connections = await readFile(environment.KEYLAB_TEST_CONNECTIONS ?? "", "utf8");
    return [...proxy.asked, ...connections.split("\n").filter((line) => line !== "")];
  }

  it("reaches nothing outside this machine, whatever the shell is set up for", async () => {
    const ended = await new Keylab(["run", ...oneOfEachArea], { folder, environment }).ended();
    expect(ended.stderr).to.equal("");
    expect(ended.exitCode).to.equal(0);
    expect(await reached()).to.deep.equal([]);
  });

  it("would be seen if it did: by Node.js", async () => {
    await shell(process.execPath, ["-e", "fetch('http://192.0.2.1').catch(() => 0)"], environment);
    expect(await reached()).to.deep.equal(["192.0.2.1"]);
  });

  it("would be seen if it did: by the Pulumi CLI", async () => {
    const backend = { PULUMI_BACKEND_URL: "https://pulumi.example.com", PULUMI_ACCESS_TOKEN: "token" };
    await shell(pulumi, ["whoami", "--non-interactive"], { ...environment, ...backend, PULUMI_HOME: folder });
    expect(new Set(await reached())).to.include("pulumi.example.com:443");
  });
});
