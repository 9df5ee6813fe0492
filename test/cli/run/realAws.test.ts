import { CreateTrailCommand } from "@aws-sdk/client-cloudtrail";
import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccountAliasCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
} from "@aws-sdk/client-iam";
import { CreateBucketCommand, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import { appendFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { runnerPolicy } from "../../../catalogue/permissions/runnerPolicy.ts";
import { clientsFor, createUser, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { trailBucketPolicy } from "../../support/othersResources.ts";
import { testPulumi } from "../../support/pulumi.ts";
import { keylab } from "../keylab.ts";

/** A profile whose endpoint is an embedded AWS, so that the command finds its caller as on AWS. */
describe("keylab with the target aws", function () {
  this.timeout(180_000);
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
  const made = [
    "It creates and removes, scenario by scenario: 1 KMS key, 2 IAM users, 1 IAM role, 1 function, and what belongs to them.",
    "Cost: 0.0014 USD if every scenario stood for an hour, and less than 0.01 USD for requests; a key that is pending deletion costs nothing.",
    "",
  ];
  const nothingKnown = [
    "The account's alias may not be read.",
    "Quotas could not be checked: iam:GetAccountSummary or cloudtrail:DescribeTrails is not allowed.",
    "Permissions could not be checked: iam:SimulatePrincipalPolicy is not allowed.",
    ...made,
  ].join("\n");

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
      stderr: `${nothingKnown}This run creates and deletes resources on real AWS, which costs money: AWS account 000000000000, region us-east-1, as ${person}, and there is no terminal to ask whether it may.\nPass --yes if it may.\n`,
    },
  ]) {
    it(name, async () => {
      expect(await keylab(args, { folder, environment })).to.deep.equal({ exitCode: 2, stdout: "", stderr });
      const runs = await readdir(join(folder, ".keylab", "runs")).catch(() => []);
      expect(runs).to.deep.equal([]);
    });
  }

  for (const [accounts, told] of [
    ["111122223333, 444455556666", "You are in account 000000000000, which is not among those of KEYLAB_AWS_ACCOUNTS"],
    ["sandbox", 'KEYLAB_AWS_ACCOUNTS has "sandbox" in it, which is not an account.'],
  ] as const) {
    it(`refuses where the accounts that may be worked in are ${accounts}`, async () => {
      const args = ["run", "kms/first-key", "--target", "aws:000000000000", "--yes"];
      const listing = { ...environment, KEYLAB_AWS_ACCOUNTS: accounts };
      const { exitCode, stderr } = await keylab(args, { folder, environment: listing });
      expect(exitCode).to.equal(2);
      expect(stderr).to.include(told);
    });
  }

  describe("before anything is created, for whoever may ask IAM", () => {
    const ids = ["kms/first-key"];
    const args = ["run", ...ids, "--target", "aws:000000000000"];
    let arn: string;
    let runner: Record<string, string>;
    let grant: (policy: object) => Promise<unknown>;

    before(async () => {
      const { iam } = clientsFor(emulator);
      await iam.send(new CreateAccountAliasCommand({ AccountAlias: "workshops" }));
      const user = await createUser(emulator, "runner", []);
      arn = user.arn;
      const PolicyDocument = JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:*", Resource: "*" }],
      });
      const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: "runner", PolicyDocument }));
      const PolicyArn = Policy?.Arn;
      await iam.send(new AttachUserPolicyCommand({ UserName: "runner", PolicyArn }));
      grant = (policy) =>
        iam.send(
          new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: JSON.stringify(policy), SetAsDefault: true }),
        );
      const { accessKeyId, secretAccessKey } = user.credentials;
      runner = { ...environment, AWS_PROFILE: "runner" };
      const profile = [
        "[profile runner]",
        "region = us-east-1",
        `endpoint_url = ${emulator.url}`,
        `aws_access_key_id = ${accessKeyId}`,
        `aws_secret_access_key = ${secretAccessKey}`,
      ];
      await appendFile(join(folder, "config"), `${profile.join("\n")}\n`);
    });

    it("tells alias, permissions, what is created and what it costs", async () => {
      await grant(runnerPolicy({ ids, accountId: "000000000000" }));
      const { stderr } = await keylab(args, { folder, environment: runner });
      const told = ["The account's alias is workshops.", "IAM's simulation allows all that is needed.", ...made].join(
        "\n",
      );
      expect(stderr.startsWith(told), stderr).to.equal(true);
      expect(stderr).to.include("and there is no terminal to ask whether it may.");
    });

    it("refuses a caller who may not do all that is needed, and says what is missing and how to get it", async () => {
      const { Version, Statement } = runnerPolicy({ ids, accountId: "000000000000" });
      await grant({ Version, Statement: Statement.filter(({ Sid }) => Sid !== "NewKms") });
      const { exitCode, stderr } = await keylab([...args, "--yes"], { folder, environment: runner });
      expect([exitCode, stderr]).to.deep.equal([
        2,
        `IAM's simulation does not allow ${arn} kms:CreateKey, kms:TagResource.\nkeylab aws-policy --account 000000000000 prints what is needed; --no-permission-check runs nevertheless.\n`,
      ]);
    });

    it("asks no simulation when it is told not to", async () => {
      await grant({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "iam:Get*", Resource: "*" }] });
      const { stderr } = await keylab([...args, "--no-permission-check"], { folder, environment: runner });
      expect(stderr).not.to.include("imulat");
      expect(stderr).to.include("and there is no terminal to ask whether it may.");
    });

    it("refuses an account that has no room for the trail of a run", async () => {
      const scenario = "cloudtrail/every-use-is-recorded";
      await grant(runnerPolicy({ ids: [scenario], accountId: "000000000000" }));
      const { cloudTrail, s3 } = clientsFor(emulator);
      await s3.send(new CreateBucketCommand({ Bucket: "trails" }));
      await s3.send(new PutBucketPolicyCommand({ Bucket: "trails", Policy: trailBucketPolicy("trails") }));
      for (const Name of ["one", "two", "three", "four", "five"].map((number) => `trail-${number}`)) {
        await cloudTrail.send(new CreateTrailCommand({ Name, S3BucketName: "trails" }));
      }
      const { exitCode, stderr } = await keylab(["run", scenario, ...args.slice(2)], { folder, environment: runner });
      expect([exitCode, stderr]).to.deep.equal([
        2,
        "Account 000000000000 has too little room: 5 of 5 trails of us-east-1 are there already, and the run needs 1 more.\nRemove what is not needed, ask AWS for a higher quota, or use another account.\n",
      ]);
    });
  });

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
      Array.from({ length: 3 }, () => "arn:aws:sts::000000000000:assumed-role/deployer/keylab"),
    );
  });
});
