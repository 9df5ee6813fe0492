import { existsSync } from "node:fs";
import { DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { DescribeSnapshotsCommand, DescribeVolumesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { GetAccountPasswordPolicyCommand, GetUserCommand } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, GetKeyPolicyCommand } from "@aws-sdk/client-kms";
import { InvokeCommand } from "@aws-sdk/client-lambda";
import { GetBucketEncryptionCommand } from "@aws-sdk/client-s3";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { attemptsByHand } from "../../catalogue/byHand/attempts.ts";
import { byHand } from "../../catalogue/byHand/byHand.ts";
import { principalLines } from "../../catalogue/byHand/principalLines.ts";
import { setUp } from "../../catalogue/byHand/setUp.ts";
import { readRecord, recordFile, type ScenarioRecord } from "../../catalogue/scenarioRecord.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { scenarios } from "../../scenarios/index.ts";
import { clientsFor, createUser, rootOf, startTestEmulator, type Clients, type Emulator } from "../support/emulator.ts";
import { observeLocally } from "../support/observeLocally.ts";
import { installationMilliseconds } from "../support/pulumi.ts";
import { hasCommand } from "../support/shell.ts";
import { shellByHand } from "../support/shellByHand.ts";
import { readTried, surprisesIn, tryingLines } from "../support/triedByHand.ts";

const keyArnOf = (keyId = "") => `arn:aws:kms:us-east-1:000000000000:key/${keyId}`;

function scenarioOf(id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`There is no scenario ${id}.`);
  return found;
}

async function keyIdOf({ kms }: Clients, KeyId: string): Promise<string> {
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  return KeyMetadata?.KeyId ?? "";
}

describe("scenarios by hand", () => {
  for (const scenario of scenarios.filter(({ id }) => existsSync(recordFile(id)))) {
    it(`has a way to make everything of ${scenario.id}`, () => {
      const lines = byHand(scenario, readRecord(scenario.id));
      expect(lines.filter((line) => /[\r\n]|undefined|\[object/.test(line))).to.deep.equal([]);
    });
  }

  it("names what has no way", () => {
    const record: ScenarioRecord = {
      resources: [{ type: "aws:sqs/queue:Queue", name: "orders", uses: [], states: [{ deployment: 0, inputs: {} }] }],
      attempts: [],
      seconds: 1,
      fates: [],
    };
    expect(() => setUp(record)).to.throw("aws:sqs/queue:Queue orders: no way to make it by hand");
  });

  it("names inputs that it does not know", () => {
    const inputs = { name: "ada", forceDestroy: true, path: "/people/" };
    const record: ScenarioRecord = {
      resources: [{ type: "aws:iam/user:User", name: "ada", uses: [], states: [{ deployment: 0, inputs }] }],
      attempts: [],
      seconds: 1,
      fates: [],
    };
    expect(() => setUp(record)).to.throw(/aws:iam\/user:User ada: no way to make it by hand: .*path/s);
  });

  describe("with the AWS CLI", function () {
    this.timeout(installationMilliseconds);
    let emulator: Emulator;
    let administratorArn: string;

    before(async function () {
      if ((await hasCommand("aws")) && (await hasCommand("bash")) && (await hasCommand("zip"))) return;
      process.stderr.write("The AWS CLI, bash or zip is not on this machine: nothing is made by hand.\n");
      this.skip();
    });

    beforeEach(async () => {
      emulator = await startTestEmulator();
    });

    afterEach(async () => {
      await emulator.stop();
    });

    /** Makes by hand what a scenario deploys, and tries what it tries. Resolves with its record, and clients of the root user. */
    async function make(id: string): Promise<{ record: ScenarioRecord; clients: Clients }> {
      const scenario = scenarioOf(id);
      const record = await observeLocally(scenario);
      const allowAll = [{ Effect: "Allow", Action: "*", Resource: "*" }] as const;
      const administrator = await createUser(emulator, "administrator", allowAll);
      administratorArn = administrator.arn;
      const attempts = attemptsByHand(scenario, record);
      const lines = [...setUp(record), ...principalLines(scenario, record), ...tryingLines(attempts)];
      const { exitCode, stdout, stderr } = await shellByHand(emulator, administrator.credentials, lines);
      expect(stderr).to.equal("");
      expect(exitCode).to.equal(0);
      expect(surprisesIn(attempts, readTried(stdout))).to.deep.equal([]);
      return { record, clients: clientsFor(emulator) };
    }

    it("makes the table of dynamodb/key-disabled under its key, which has the recorded policy", async () => {
      const { record, clients } = await make("dynamodb/key-disabled");
      const { Table } = await clients.dynamoDb.send(new DescribeTableCommand({ TableName: "deleted-table" }));
      const KeyId = Table?.SSEDescription?.KMSMasterKeyArn;
      expect(KeyId).to.equal(keyArnOf(await keyIdOf(clients, "alias/switched-key")));

      const { Policy = "" } = await clients.kms.send(new GetKeyPolicyCommand({ KeyId }));
      const key = record.resources.find(({ type }) => type === "aws:kms/key:Key");
      const recorded = JSON.stringify(key?.states[0]?.inputs.policy);
      const wanted: unknown = JSON.parse(
        recorded.replaceAll("arn:aws:iam::000000000000:user/keylab-administrator", administratorArn),
      );
      expect(JSON.parse(Policy)).to.deep.equal(wanted);
    });

    it("makes the function of lambda/decrypts-its-configuration, which runs", async () => {
      const { clients } = await make("lambda/decrypts-its-configuration");
      const { Payload } = await clients.lambda.send(new InvokeCommand({ FunctionName: "greeter" }));
      expect(Buffer.from(Payload ?? []).toString()).to.equal('"a secret of yours"');
    });

    // Each takes some seconds, as the AWS CLI starts anew for each command: `npm run test:by-hand`.
    if (process.env.KEYLAB_BY_HAND === "all") {
      it("makes the secret of secretsmanager/secret-under-key", async () => {
        const { clients } = await make("secretsmanager/secret-under-key");
        const secret = await clients.secretsManager.send(new GetSecretValueCommand({ SecretId: "MySecret" }));
        expect(secret.SecretString).to.equal("a secret of yours");
      });

      it("makes the replica of kms/multi-region in its region", async () => {
        const { clients } = await make("kms/multi-region");
        const there = clientsFor(emulator, rootOf(), "eu-west-1");
        const alias = "alias/NewKey";
        expect(await keyIdOf(there, alias)).to.equal(await keyIdOf(clients, alias));
      });

      it("makes the bucket of s3/secure-uploads with its default encryption", async () => {
        const { clients } = await make("s3/secure-uploads");
        const answer = await clients.s3.send(new GetBucketEncryptionCommand({ Bucket: "uploads" }));
        const [rule] = answer.ServerSideEncryptionConfiguration?.Rules ?? [];
        const keyArn = rule?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID ?? "";
        expect(keyArn).to.equal(keyArnOf(await keyIdOf(clients, keyArn)));
      });

      it("makes the volumes and snapshots of ebs/encrypted-volume", async () => {
        await make("ebs/encrypted-volume");
        const ec2 = new EC2Client({
          endpoint: emulator.url,
          region: "us-east-1",
          credentials: rootOf(),
          maxAttempts: 1,
        });
        const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand({}));
        const { Snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ["self"] }));
        for (const things of [Volumes, Snapshots]) {
          expect(things.map(({ Encrypted }) => Encrypted)).to.have.members([false, true]);
        }
      });

      it("makes the alarm of cloudwatch/alarms-go-with-the-table", async () => {
        const { clients } = await make("cloudwatch/alarms-go-with-the-table");
        const { MetricAlarms = [] } = await clients.cloudWatch.send(new DescribeAlarmsCommand({}));
        expect(MetricAlarms.map(({ AlarmName }) => AlarmName)).to.deep.equal(["nextwork-kms-table-is-read-much"]);
      });

      it("makes the users of kms/external-account in the other account", async () => {
        await make("kms/external-account");
        const { iam } = clientsFor(emulator, rootOf("111122223333"));
        const { User } = await iam.send(new GetUserCommand({ UserName: "partner" }));
        expect(User?.Arn).to.equal("arn:aws:iam::111122223333:user/partner");
      });

      it("makes the password policy of iam/console-sign-in", async () => {
        const { clients } = await make("iam/console-sign-in");
        const { PasswordPolicy } = await clients.iam.send(new GetAccountPasswordPolicyCommand({}));
        expect(PasswordPolicy?.MinimumPasswordLength).to.equal(14);
      });

      for (const { id } of scenarios) {
        it(`makes everything of ${id}`, async () => {
          await make(id);
        });
      }
    }
  });
});
