import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { ClassFolder } from "../../../sandboxes/classes/classFolder.ts";
import { startAwsServer, type AwsServer } from "../../../targets/awsServer.ts";
import { filesBelow } from "../../sandboxes/handover/filesBelow.ts";
import { fillFolder } from "../../sandboxes/handover/testClass.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";

const { PATH = "", HOME = "" } = process.env;

describe("keylab sandbox hand-out", () => {
  let server: AwsServer;
  let workingFolder: string;
  let recipient: string;

  before(async () => {
    const reportBug = (error: unknown) => {
      throw error;
    };
    server = await startAwsServer({ port: 0, rootSecret: "test", region: "us-east-1", reportBug });
    recipient = await identityToRecipient(await generateIdentity());
  });
  after(async () => server.stop());
  beforeEach(() => {
    workingFolder = mkdtempSync(join(tmpdir(), "keylab-hand-out-cli-"));
    const sandboxes = [{ id: "ada" }, { id: "bob" }, { id: "eve", state: "frozen" }] as const;
    fillFolder(classPath(), sandboxes, { target: server.url });
  });
  afterEach(() => rmSync(workingFolder, { recursive: true }));

  const classPath = () => join(workingFolder, ".keylab", "classes", "autumn");
  const at = (...names: readonly string[]) => join(workingFolder, ...names);
  const carryOut = async (...args: readonly string[]) =>
    keylabHere(["sandbox", ...args], new FakeContext({ workingFolder, environment: { PATH, HOME } }));
  const handOut = async (...args: readonly string[]) => carryOut("hand-out", ...args);
  const namesIn = (folder: string) => Object.keys(filesBelow(folder));

  const last = "keylab sandbox end deletes them. It does not know of copies.";

  it("writes all that are open and proved into the folder of the class", async () => {
    const out = join(classPath(), "hand-out");
    const { exitCode, stdout } = await handOut();
    expect(stdout.trimEnd().split("\n")).to.deep.equal([
      "2 sandboxes handed out: ada, bob.",
      "Files, in clear:",
      `  ${join(out, "ada")}`,
      `  ${join(out, "bob")}`,
      last,
    ]);
    expect(exitCode).to.equal(0);
    expect(namesIn(out)).to.have.length(8);
    expect(readFileSync(join(out, "ada", ".env"), "utf8")).to.contain(`AWS_ENDPOINT_URL=${server.url}`);
    const { leases } = new ClassFolder(classPath());
    const handOvers = leases.list().map((lease) => lease.handOvers.map(({ to }) => to));
    expect(handOvers).to.deep.equal([["file"], ["file"], []]);
  });

  it("writes them elsewhere, encrypted with age, and a sheet beside", async () => {
    const { stdout } = await handOut("ada", "--out", "stick", "--sheet", "sheet.html", "--age", recipient);
    expect(stdout.trimEnd().split("\n")).to.deep.equal([
      "1 sandbox handed out: ada.",
      "Files, for age:",
      `  ${at("stick", "ada.age")}`,
      `Sheet, in clear: ${at("sheet.html")}`,
      last,
    ]);
    expect(filesBelow(at("stick"))).to.deep.equal({ "ada.age": "600" });
  });

  it("writes archives with passwords, and tells no password", async () => {
    const { stdout, stderr } = await handOut("--out", "stick", "--password");
    const passwords = join(classPath(), "passwords.csv");
    expect(stdout.trimEnd().split("\n")).to.deep.equal([
      "2 sandboxes handed out: ada, bob.",
      "Files, with a password each:",
      `  ${at("stick", "ada.zip")}`,
      `  ${at("stick", "bob.zip")}`,
      `Passwords, for you alone: ${passwords}`,
      last,
    ]);
    const [, ...rows] = parse(readFileSync(passwords, "utf8"));
    expect(rows).to.have.length(2);
    for (const [, , password = ""] of rows) expect(stdout + stderr).to.not.contain(password);
  });

  it("writes nothing but the sheet where nothing else is asked for", async () => {
    const { stdout } = await handOut("--sheet", "sheet.html");
    expect(stdout.trimEnd().split("\n")).to.deep.equal([
      "2 sandboxes handed out: ada, bob.",
      `Sheet, in clear: ${at("sheet.html")}`,
      last,
    ]);
    expect(existsSync(join(classPath(), "hand-out"))).to.equal(false);
  });

  it("is outdated by a reset, which says what is to be handed out again, and what somebody has changed", async () => {
    await handOut("ada", "--out", "stick", "--password");
    await handOut("ada", "--out", "stick", "--sheet", "sheet.html");
    writeFileSync(at("sheet.html"), "mine");
    const { stdout, stderr, exitCode } = await carryOut("reset", "ada");
    expect(stdout.trimEnd().split("\n")).to.deep.equal([
      "ada is at the start again, with new credentials.",
      `  ${at("stick", "ada.zip")} held the old credentials, and is deleted: keylab sandbox hand-out writes it anew.`,
      `  ${at("sheet.html")} holds the old credentials, and was changed: delete it.`,
    ]);
    expect([stderr, exitCode]).to.deep.equal(["", 0]);
    expect(namesIn(at("stick")).filter((name) => name.endsWith(".zip"))).to.deep.equal([]);
  });

  it("ends with the class, which names what somebody has changed, and fails for it", async () => {
    await handOut("--out", "stick", "--sheet", "sheet.html");
    writeFileSync(at("sheet.html"), readFileSync(at("sheet.html"), "utf8") + "mine");
    const { stdout, exitCode } = await carryOut("end", "--yes");
    expect(exitCode).to.equal(1);
    expect(stdout.trimEnd().split("\n").slice(-4)).to.deep.equal([
      `A hand-out is still there: ${at("sheet.html")}`,
      "  It was changed since Keylab wrote it, or cannot be read. Delete it yourself.",
      `A credential still stands in ${at("sheet.html")}.`,
      `Report: ${join(classPath(), "report.json")}`,
    ]);
    expect(existsSync(at("stick"))).to.equal(false);
  });

  const refused: readonly { what: string; args: readonly string[]; says: string; exitCode: number }[] = [
    {
      what: "two kinds of encryption",
      args: ["--password", "--age", "age1"],
      says: "Give --age or --password, and not both.",
      exitCode: 2,
    },
    { what: "an unknown recipient", args: ["--age", "age1x"], says: '"age1x" is no public key of age.', exitCode: 2 },
    { what: "a sheet that is no page", args: ["--sheet", "x.pdf"], says: "x.pdf is no HTML file.", exitCode: 2 },
    { what: "a frozen sandbox", args: ["eve"], says: "eve is frozen: there is nothing to hand out.", exitCode: 2 },
    { what: "one that there is not", args: ["zoe"], says: 'The class has no sandbox "zoe".', exitCode: 2 },
    { what: "another class", args: ["--class", "spring"], says: 'There is no class "spring".', exitCode: 2 },
    {
      what: "a folder in whose place a file is",
      args: ["--out", "file"],
      says: "file: a file is in the way.",
      exitCode: 1,
    },
    {
      what: "a folder below a file",
      args: ["--out", "file/out"],
      says: "file/out: a file is in the way.",
      exitCode: 1,
    },
  ];
  for (const { what, args, says, exitCode } of refused) {
    it(`refuses ${what}`, async () => {
      writeFileSync(at("file"), "mine");
      const ended = await handOut(...args);
      expect(ended.stderr).to.contain(says);
      expect(ended.stderr).to.not.contain("    at ");
      expect([ended.stdout, ended.exitCode]).to.deep.equal(["", exitCode]);
      expect(namesIn(workingFolder).filter((name) => /hand-out\/|\.(?:age|zip|html)$/.test(name))).to.deep.equal([]);
    });
  }
});
