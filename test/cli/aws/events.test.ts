import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ListKeysCommand } from "@aws-sdk/client-kms";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { leaveWord } from "./leaveWord.ts";

const clockStandsAt = new Date("2026-01-01T00:00:00Z");

describe("keylab aws events", () => {
  let folder = "";
  let emulator: Emulator;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-events-"));
    emulator = await startTestEmulator({ clockStandsAt });
    await leaveWord(folder, emulator);
  });
  afterEach(async () => {
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  const events = (context: FakeContext, ...more: string[]) =>
    keylabHere(["aws", "events", "--port", String(emulator.port), ...more], context);
  const once = (...more: string[]) => events(new FakeContext({ workingFolder: folder }), ...more);

  /** Waits until what was written so far matches, and returns all of it. */
  async function written({ stdout, stderr }: FakeContext, from: "stdout" | "stderr", pattern: RegExp): Promise<string> {
    const stream = { stdout, stderr }[from];
    let text = "";
    for (let tries = 0; tries < 200 && !pattern.test(text); tries += 1) {
      await setTimeout(20);
      text += String(stream.read() ?? "");
    }
    expect(text).to.match(pattern);
    return text;
  }

  it("says that there were no calls, or that none is meant", async () => {
    const rows = [await once()];
    await clientsFor(emulator).kms.send(new ListKeysCommand({}));
    rows.push(await once("--service", "iam"));
    expect(rows).to.deep.equal([
      { exitCode: 0, stdout: "", stderr: "Nobody has called yet.\n" },
      { exitCode: 0, stdout: "", stderr: "None of the latest 1 calls is meant.\n" },
    ]);
  });

  it("shows the calls that there were, and only those that are meant", async () => {
    const alice = await createUser(emulator, "alice");
    await refusalOf(alice.clients.kms.send(new ListKeysCommand({})));
    await alice.clients.sts.send(new GetCallerIdentityCommand({}));
    expect((await once()).stdout.split("\n")).to.deep.equal([
      "TIME                  PRINCIPAL   ACTION                 RESOURCE    VIA  OUTCOME",
      "2026-01-01T00:00:00Z  root        iam:CreateUser         user/alice  -    succeeded",
      "2026-01-01T00:00:00Z  root        iam:CreateAccessKey    user/alice  -    succeeded",
      "2026-01-01T00:00:00Z  user/alice  kms:ListKeys           *           -    denied: no allow, identity policy",
      "2026-01-01T00:00:00Z  user/alice  sts:GetCallerIdentity  -           -    succeeded",
      "",
    ]);
    const denied = await once("--denied", "--principal", "alice", "--service", "kms");
    expect(denied.stdout.split("\n").slice(1)).to.deep.equal([
      "2026-01-01T00:00:00Z  user/alice  kms:ListKeys  *         -    denied: no allow, identity policy",
      "",
    ]);
  });

  it("shows them whole as JSON, one a line", async () => {
    const { kms } = clientsFor(emulator);
    const { $metadata } = await kms.send(new ListKeysCommand({}));
    await kms.send(new ListKeysCommand({}));
    const lines = (await once("--json")).stdout.trimEnd().split("\n");
    expect(lines).to.have.lengthOf(2);
    expect(JSON.parse(lines[0] ?? "")).to.deep.equal({
      sequence: 1,
      time: "2026-01-01T00:00:00.000Z",
      principal: "arn:aws:iam::000000000000:root",
      accountId: "000000000000",
      region: "us-east-1",
      service: "kms",
      operation: "ListKeys",
      needed: [{ action: "kms:ListKeys", resource: "*" }],
      outcome: { result: "succeeded" },
      requestId: $metadata.requestId,
    });
  });

  for (const { name, terminal, coloured } of [
    { name: "in a terminal that has colours", terminal: { isTTY: true, colors: true }, coloured: true },
    { name: "in a terminal that has none", terminal: { isTTY: true, colors: false }, coloured: false },
    { name: "in a pipe, even where colours are forced", terminal: { isTTY: false, colors: true }, coloured: false },
  ]) {
    it(`${coloured ? "has" : "has no"} colours ${name}`, async () => {
      await clientsFor(emulator).kms.send(new ListKeysCommand({}));
      const { stdout } = await events(new FakeContext({ workingFolder: folder, ...terminal }));
      expect(stdout.includes("\u001b[32msucceeded\u001b[39m")).to.equal(coloured);
      expect(stdout.includes("\u001b")).to.equal(coloured);
    });
  }

  it("follows calls as they end, also over a restart, until Ctrl-C", async () => {
    const context = new FakeContext({ workingFolder: folder });
    const { port } = emulator;
    const following = events(context, "--follow");
    await clientsFor(emulator).kms.send(new ListKeysCommand({}));
    await written(context, "stdout", /root {7}kms:ListKeys  \*/);
    await emulator.stop();
    const gone = `The embedded AWS on port ${port} does not answer any more. Waiting until one is started there.\n`;
    expect(await written(context, "stderr", /\n/)).to.equal(gone);
    emulator = await startTestEmulator({ clockStandsAt, port });
    await leaveWord(folder, emulator);
    expect(await written(context, "stderr", /\n/)).to.equal("An embedded AWS runs there again: its calls follow.\n");
    await clientsFor(emulator).sts.send(new GetCallerIdentityCommand({}));
    expect(await written(context, "stdout", /\n/)).to.equal(
      "2026-01-01T00:00:00Z  root       sts:GetCallerIdentity  -         -    succeeded\n",
    );
    context.signals.emit("SIGINT");
    expect(await following).to.deep.equal({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("stops waiting for a restart with Ctrl-C", async () => {
    const context = new FakeContext({ workingFolder: folder });
    const following = events(context, "--follow");
    await clientsFor(emulator).kms.send(new ListKeysCommand({}));
    await written(context, "stdout", /ListKeys/);
    await emulator.stop();
    await written(context, "stderr", /\n/);
    context.signals.emit("SIGINT");
    expect(await following).to.deep.equal({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("says when none runs", async () => {
    const context = new FakeContext({ workingFolder: folder });
    const { exitCode, stdout, stderr } = await keylabHere(["aws", "events", "--port", "1"], context);
    expect([exitCode, stdout]).to.deep.equal([1, ""]);
    expect(stderr.split("\n")[0]).to.equal("No embedded AWS that was started from this folder runs on port 1.");
  });

  it("says which services there are when another one is named", async () => {
    const { exitCode, stdout, stderr } = await once("--service", "cloudwatch", "--follow");
    expect([exitCode, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(
      /^The embedded AWS does not have the service cloudwatch\.\nName one of cloudtrail, dynamodb, .*monitoring, .*sts.*\.\n$/,
    );
  });
});
