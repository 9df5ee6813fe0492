import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateKeyCommand, KMSClient, ListKeysCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { AwsStates } from "../../../cli/aws/awsState.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { Keylab } from "../keylab.ts";

describe("keylab aws reset and keylab aws snapshot", () => {
  let folder = "";
  let server: Keylab;
  let port = "";

  async function start(...options: string[]): Promise<void> {
    server = new Keylab(["aws", "start", "--port", "0", ...options], { folder });
    const [, digits = ""] = await server.says(/http:\/\/127\.0\.0\.1:(\d+)[^]*Ctrl-C/);
    port = digits;
  }

  async function stop(): Promise<void> {
    server.process.kill("SIGTERM");
    await server.ended();
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-snapshots-"));
  });
  afterEach(async () => {
    await stop();
    await rm(folder, { recursive: true });
  });

  const aws = (...args: string[]) =>
    keylabHere(["aws", ...args, "--port", port], new FakeContext({ workingFolder: folder }));
  const snapshot = (...args: string[]) =>
    keylabHere(["aws", "snapshot", "--port", port, ...args], new FakeContext({ workingFolder: folder }));

  /** As the administrator whose access key was handed out first. */
  async function administrator(): Promise<KMSClient> {
    const state = await new AwsStates(join(folder, ".keylab")).read(Number(port));
    if (!state) throw new Error("No state was written.");
    return new KMSClient({ endpoint: state.url, region: state.region, credentials: state.administrator });
  }

  const makeKey = async (): Promise<string> =>
    (await (await administrator()).send(new CreateKeyCommand({}))).KeyMetadata?.KeyId ?? "";
  const keys = async (): Promise<string[]> =>
    ((await (await administrator()).send(new ListKeysCommand({}))).Keys ?? []).map(({ KeyId = "" }) => KeyId);

  it("bring back what was saved, also after a restart, and go back to the start", async () => {
    await start("--data", "state");
    const first = await makeKey();
    expect((await snapshot("list")).stdout).to.equal(
      'There is no snapshot yet. Make one: "npx keylab aws snapshot save <name>"\n',
    );
    expect((await snapshot("save", "one-key")).stdout).to.equal('Saved as "one-key".\n');
    const second = await makeKey();
    expect(await keys()).to.have.members([first, second]);
    await stop();
    await start("--data", "state");
    expect(await keys()).to.have.members([first, second]);
    expect((await snapshot("list")).stdout).to.equal("one-key\n");
    expect((await snapshot("load", "one-key")).stdout).to.equal(
      `The embedded AWS at http://127.0.0.1:${port} is as it was when "one-key" was saved.\n`,
    );
    expect(await keys()).to.deep.equal([first]);
    expect((await aws("reset")).stdout).to.equal(
      `The embedded AWS at http://127.0.0.1:${port} is as it was at its start.\n`,
    );
    expect(await keys()).to.deep.equal([]);
    expect((await snapshot("delete", "one-key")).stdout).to.equal('There is no snapshot "one-key" any more.\n');
    expect((await snapshot("list")).stdout).to.match(/^There is no snapshot yet\./);
  }).timeout(180_000);

  it("say which names there are, which are taken, and what a name is", async () => {
    await start("--data", "state");
    await snapshot("save", "first");
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["load", "second"], 'There is no snapshot "second". There are: first.\nName one that there is.\n'],
      [["save", "first"], 'There is a snapshot "first" already.\nChoose another name.\n'],
      [
        ["save", "../first"],
        '"../first" is no name of a snapshot.\nWrite 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or digit.\n',
      ],
    ];
    for (const [args, stderr] of cases) {
      expect(await snapshot(...args)).to.include({ exitCode: 1, stdout: "", stderr });
    }
  }).timeout(180_000);

  it("want a folder, but for a reset", async () => {
    await start();
    const made = await makeKey();
    expect(await keys()).to.deep.equal([made]);
    expect(await snapshot("save", "first")).to.include({
      exitCode: 1,
      stderr:
        "This embedded AWS keeps its state in memory alone: it has no snapshots.\nStart it with a folder: npx keylab aws start --data <folder>\n",
    });
    await aws("reset");
    expect(await keys()).to.deep.equal([]);
  }).timeout(180_000);
});
