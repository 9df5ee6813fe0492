import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createUser, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { keylab } from "../keylab.ts";

/** A profile whose endpoint is an embedded AWS, so that the command finds its caller as on AWS. */
describe("keylab with the target aws", function () {
  this.timeout(30_000);
  let emulator: Emulator;
  let folder: string;
  let environment: Record<string, string>;

  before(async () => {
    emulator = await startTestEmulator();
    folder = await mkdtemp(join(tmpdir(), "keylab-real-aws-"));
    const { credentials } = await createUser(emulator, "person", []);
    const profile = [
      "[profile sandbox]",
      "region = us-east-1",
      `endpoint_url = ${emulator.url}`,
      `aws_access_key_id = ${credentials.accessKeyId}`,
      `aws_secret_access_key = ${credentials.secretAccessKey}`,
    ];
    await writeFile(join(folder, "config"), `${profile.join("\n")}\n`, { mode: 0o600 });
    environment = { AWS_CONFIG_FILE: join(folder, "config"), AWS_PROFILE: "sandbox" };
  });

  after(async () => {
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  const person = "arn:aws:iam::000000000000:user/person";

  for (const { name, args, stderr } of [
    {
      name: "says who you are, and what to type, where no account was named",
      args: ["run", "kms/first-key", "--target", "aws"],
      stderr: `You are ${person}. Which account may be worked in was not said.\nIf it is this one: --target aws:000000000000\n`,
    },
    {
      name: "refuses another account than the one that was named",
      args: ["sweep", "--target", "aws:111122223333"],
      stderr: `The target is account 111122223333, but you are ${person}.\nSign in to 111122223333, or assume a role there with --role-arn <arn>.\n`,
    },
    {
      name: "asks before anything is created, and takes no silence for an answer",
      args: ["run", "kms/first-key", "--target", "aws:000000000000"],
      stderr: `This run creates and deletes resources on real AWS, which costs money: AWS account 000000000000, region us-east-1, as ${person}, and there is no terminal to ask whether it may.\nPass --yes if it may.\n`,
    },
  ]) {
    it(name, async () => {
      expect(await keylab(args, { folder, environment })).to.deep.equal({ exitCode: 2, stdout: "", stderr });
      const runs = await readdir(join(folder, ".keylab", "runs")).catch(() => []);
      expect(runs).to.deep.equal([]);
    });
  }
});
