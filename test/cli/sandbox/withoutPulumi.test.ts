import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { startAwsServer, type AwsServer } from "../../../targets/awsServer.ts";
import { fillFolder } from "../../sandboxes/handover/testClass.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";

const { PATH = "", HOME = "" } = process.env;

describe("keylab sandbox where there is no Pulumi", () => {
  let server: AwsServer;
  let workingFolder: string;

  before(async () => {
    const reportBug = (error: unknown) => {
      throw error;
    };
    server = await startAwsServer({ port: 0, rootSecret: "test", region: "us-east-1", reportBug });
  });
  after(async () => server.stop());
  beforeEach(() => {
    workingFolder = mkdtempSync(join(tmpdir(), "keylab-no-pulumi-"));
    fillFolder(classPath("autumn"), [{ id: "ada" }], { target: server.url });
  });
  afterEach(() => rmSync(workingFolder, { recursive: true, force: true }));

  const classPath = (name: string) => join(workingFolder, ".keylab", "classes", name);
  const sandbox = async (...args: readonly string[]) => {
    const environment = { PATH, HOME, KEYLAB_PULUMI: "/nowhere/pulumi" };
    return keylabHere(["sandbox", ...args], new FakeContext({ workingFolder, environment }));
  };

  for (const args of [["list"], ["show", "ada"], ["hand-out"]]) {
    it(`carries out ${args.join(" ")}, which deploys nothing`, async () => {
      const { exitCode, stdout } = await sandbox(...args);
      expect(stdout).to.include("ada");
      expect(exitCode).to.equal(0);
    });
  }

  it("refuses up once, before anything is made", async () => {
    const wishes = ["--seats", "2", "--workshop", "encrypt-a-database", "--for", "1h", "--target", server.url];
    const { exitCode, stdout, stderr } = await sandbox("up", ...wishes);
    expect(stdout).to.equal("");
    expect(stderr.match(/names a Pulumi CLI/g), stderr).to.have.length(1);
    expect(exitCode).to.equal(2);
    expect(existsSync(classPath("encrypt-a-database"))).to.equal(false);
  });

  it("does not watch on when its class is gone", async () => {
    const watching = sandbox("watch", "--every", "1");
    setTimeout(() => rmSync(classPath("autumn"), { recursive: true }), 3_000);
    const { exitCode, stderr } = await watching;
    expect(stderr).to.equal("The class autumn is not here any more.\nNothing is left to watch.\n");
    expect(exitCode).to.equal(1);
  }).timeout(20_000);
});
