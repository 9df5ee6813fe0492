import { AttachRolePolicyCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { clientsFor, createUser, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { testPulumi } from "../../support/pulumi.ts";
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

  it("refuses a shell that is set up for another AWS", async () => {
    const other = { ...environment, AWS_ENDPOINT_URL: emulator.url };
    const { exitCode, stderr } = await keylab(["keys", "--pending", "--target", "aws"], { folder, environment: other });
    expect(exitCode).to.equal(2);
    expect(stderr).to.include("this shell is set up for another one: AWS_ENDPOINT_URL is set.");
  });

  it("works as the role in every thread", async () => {
    const { iam } = clientsFor(emulator);
    const Principal = { AWS: person };
    const statement = { Effect: "Allow", Principal, Action: "sts:AssumeRole" };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    await iam.send(new CreateRoleCommand({ RoleName: "deployer", AssumeRolePolicyDocument }));
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await iam.send(new AttachRolePolicyCommand({ RoleName: "deployer", PolicyArn }));
    const { last } = emulator.instance.calls;
    // Both need what AWS does not have, and are skipped: nothing is deployed.
    const role = ["--role-arn", "arn:aws:iam::000000000000:role/deployer"];
    const args = ["run", "kms/throttling", "kms/external-account", "--target", "aws:000000000000", ...role, "--yes"];
    const { path } = await testPulumi();
    const { stdout } = await keylab(args, { folder, environment: { ...environment, KEYLAB_PULUMI: path } });
    expect(stdout).to.include("2 scenarios skipped");
    const callers = emulator.instance.calls
      .after(last)
      .filter(({ operation }) => operation === "GetCallerIdentity")
      .map(({ principal }) => principal);
    expect(callers).to.deep.equal(
      Array.from({ length: 2 }, () => "arn:aws:sts::000000000000:assumed-role/deployer/keylab"),
    );
  });
});
