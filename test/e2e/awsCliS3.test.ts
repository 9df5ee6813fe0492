import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { awsCli, hasAwsCli } from "../support/awsCli.ts";
import { clientsFor, createUser, startTestEmulator, type Emulator } from "../support/emulator.ts";

const large = randomBytes(20 * 1024 * 1024);

describe("aws s3", function () {
  this.timeout(120_000);
  let emulator: Emulator | undefined;
  let folder: string | undefined;
  let aws: ReturnType<typeof awsCli>;

  before(async function () {
    if (!(await hasAwsCli())) this.skip();
    emulator = await startTestEmulator();
    folder = await mkdtemp(join(tmpdir(), "aws-s3-"));
    const allowAll = [{ Effect: "Allow", Action: "*", Resource: "*" }] as const;
    aws = awsCli(emulator, (await createUser(emulator, "administrator", allowAll)).credentials);
    await writeFile(join(folder, "large"), large);
    await ok("mb", "s3://mine");
  });

  after(async () => {
    await emulator?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  /** What a command printed that went well. */
  async function ok(...args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await aws("s3", ...args);
    expect(stderr).to.equal("");
    expect(exitCode).to.equal(0);
    return stdout.trim();
  }

  const path = (...names: readonly string[]) => join(folder ?? "", ...names);

  /** The keys below a prefix, as the CLI lists them. */
  const keysBelow = async (prefix: string) =>
    (await ok("ls", "--recursive", `s3://mine/${prefix}`)).split("\n").map((line) => line.split(/\s+/).at(-1));

  it("copies a file of 20 MiB up and down again, in parts", async () => {
    await ok("cp", path("large"), "s3://mine/large", "--no-progress");
    const head = await aws("s3api", "head-object", "--bucket", "mine", "--key", "large", "--query", "ETag");
    expect(head.stdout.trim()).to.match(/^"[0-9a-f]{32}-3"$/);
    await ok("cp", "s3://mine/large", path("again"), "--no-progress");
    expect((await readFile(path("again"))).equals(large)).to.equal(true);
  });

  it("copies an object in parts to another place", async () => {
    await ok("cp", "s3://mine/large", "s3://mine/copy", "--no-progress");
    await ok("cp", "s3://mine/copy", path("copy"), "--no-progress");
    expect((await readFile(path("copy"))).equals(large)).to.equal(true);
  });

  it("synchronises folders, and copies only what has changed", async () => {
    await mkdir(path("up", "deep"), { recursive: true });
    for (const name of ["a", "b", "deep/ü c"]) await writeFile(path("up", name), name);
    await ok("sync", path("up"), "s3://mine/sync/", "--no-progress");
    expect(await keysBelow("sync/")).to.deep.equal(["sync/a", "sync/b", "c"]);
    expect(await ok("sync", path("up"), "s3://mine/sync/", "--no-progress")).to.equal("");
    await writeFile(path("up", "a"), "another text");
    await rm(path("up", "b"));
    const changes = await ok("sync", path("up"), "s3://mine/sync/", "--no-progress", "--delete");
    expect(changes.split("\n").map((line) => line.split(":")[0])).to.have.members(["upload", "delete"]);
    await ok("sync", "s3://mine/sync/", path("down"), "--no-progress");
    expect((await readdir(path("down"))).sort()).to.deep.equal(["a", "deep"]);
    expect(await readFile(path("down", "deep", "ü c"), "utf8")).to.equal("deep/ü c");
  });

  it("signs a URL that others read from", async () => {
    // In regions that never had Signature Version 2, the CLI does not presign with it.
    const frankfurt = ["--region", "eu-central-1"];
    await ok("mb", "s3://shared", ...frankfurt);
    await writeFile(path("shared"), "hello");
    for (const key of ["a", "b"]) await ok("cp", path("shared"), `s3://shared/${key}`, "--no-progress", ...frankfurt);
    const url = await ok("presign", "s3://shared/a", ...frankfurt);
    expect(await (await fetch(url)).text()).to.equal("hello");
    expect((await fetch(url.replace("/a?", "/b?"))).status).to.equal(403);
  });

  it("removes everything below a prefix, and nothing else", async () => {
    for (const key of ["gone/1", "gone/2/3", "left"]) {
      await ok("cp", path("large"), `s3://mine/remove/${key}`, "--no-progress");
    }
    await ok("rm", "--recursive", "s3://mine/remove/gone");
    expect(await keysBelow("remove/")).to.deep.equal(["remove/left"]);
  });

  it("tells that a file in parts also needs kms:Decrypt, which a small one does not", async () => {
    if (!emulator) throw new Error("The embedded AWS has not been started.");
    const { KeyMetadata } = await clientsFor(emulator).kms.send(new CreateKeyCommand({}));
    const keyArn = KeyMetadata?.Arn ?? "";
    const { credentials } = await createUser(emulator, "writer", [
      { Effect: "Allow", Action: ["s3:PutObject", "s3:AbortMultipartUpload"], Resource: "arn:aws:s3:::mine/*" },
      { Effect: "Allow", Action: "kms:GenerateDataKey", Resource: keyArn },
    ]);
    const writer = awsCli(emulator, credentials);
    const under = ["--sse", "aws:kms", "--sse-kms-key-id", keyArn, "--no-progress"];
    await writeFile(path("small"), "hello");
    expect(await writer("s3", "cp", path("small"), "s3://mine/small", ...under)).to.deep.include({ exitCode: 0 });
    const refused = await writer("s3", "cp", path("large"), "s3://mine/refused", ...under);
    expect(refused.exitCode).to.equal(1);
    expect(refused.stderr).to.include("(AccessDenied) when calling the UploadPart operation");
    expect(refused.stderr).to.include("is not authorized to perform: kms:Decrypt");
    // The CLI cleans up behind itself.
    const left = await aws("s3api", "list-multipart-uploads", "--bucket", "mine", "--query", "Uploads");
    expect(left.stdout.trim()).to.equal("None");
  });
});
