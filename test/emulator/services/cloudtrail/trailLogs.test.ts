import * as CloudTrail from "@aws-sdk/client-cloudtrail";
import * as CloudWatch from "@aws-sdk/client-cloudwatch";
import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import { CreateRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, EncryptCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { makeTrailBucket } from "../../../support/trailBucket.ts";

const start = new Date("2026-11-25T07:00:00.000Z");
const account = "000000000000";
const logGroupName = "CloudTrail/Default";
const logStreamName = `${account}_CloudTrail_us-east-1`;
const groupArn = `arn:aws:logs:us-east-1:${account}:log-group:${logGroupName}:*`;
const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;

const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

describe("A trail with a log group", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    clients = clientsFor(emulator);
    await makeTrailBucket(emulator);
    await makeRole("Writer", "cloudtrail.amazonaws.com", ["logs:CreateLogStream", "logs:PutLogEvents"]);
    await clients.logs.send(new Logs.CreateLogGroupCommand({ logGroupName }));
  });
  afterEach(() => emulator.stop());

  async function makeRole(RoleName: string, service: string, actions: readonly string[]): Promise<void> {
    const trust = policy({ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" });
    await clients.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
    const Resource = `arn:aws:logs:us-east-1:${account}:log-group:${logGroupName}:log-stream:${logStreamName}*`;
    const PolicyDocument = policy({ Effect: "Allow", Action: actions, Resource });
    await clients.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "logs", PolicyDocument }));
  }

  const makeTrail = (more: Partial<CloudTrail.CreateTrailCommandInput> = {}, { cloudTrail } = clients) =>
    cloudTrail.send(
      new CloudTrail.CreateTrailCommand({
        Name: "all",
        S3BucketName: "trail-logs",
        CloudWatchLogsLogGroupArn: groupArn,
        CloudWatchLogsRoleArn: roleArn("Writer"),
        ...more,
      }),
    );
  const status = () => clients.cloudTrail.send(new CloudTrail.GetTrailStatusCommand({ Name: "all" }));

  /** Moves the clock, and waits until the trail has tried to deliver. */
  async function deliver(minutes = 5): Promise<CloudTrail.GetTrailStatusCommandOutput> {
    const now = emulator.instance.clock.advance(minutes * 60_000);
    for (;;) {
      const found = await status();
      const { LatestCloudWatchLogsDeliveryTime: at, LatestCloudWatchLogsDeliveryError: error } = found;
      if (error !== undefined || at?.getTime() === now.getTime()) return found;
    }
  }

  const records = async (filterPattern: string) => {
    const { events = [] } = await clients.logs.send(new Logs.FilterLogEventsCommand({ logGroupName, filterPattern }));
    return events;
  };

  it("writes what it records into the group's stream, with its role", async () => {
    await makeTrail();
    await clients.cloudTrail.send(new CloudTrail.StartLoggingCommand({ Name: "all" }));
    await clients.kms.send(new CreateKeyCommand({}));
    const { LatestCloudWatchLogsDeliveryTime } = await deliver();
    expect(LatestCloudWatchLogsDeliveryTime).to.deep.equal(new Date("2026-11-25T07:05:00.000Z"));
    const found = await records("{ $.eventName = CreateKey }");
    expect(found.map((event) => [event.logStreamName, event.timestamp])).to.deep.equal([
      [logStreamName, start.getTime() + 300_000],
    ]);
    await deliver();
    const [assumed] = await records("{ $.eventName = AssumeRole }");
    const event: unknown = JSON.parse(assumed?.message ?? "");
    expect(event).to.deep.include({ userIdentity: { type: "AWSService", invokedBy: "cloudtrail.amazonaws.com" } });
  });

  it("shows the group and the role, until both are taken away", async () => {
    await makeTrail();
    const shown = async () => {
      const { Trail: trail } = await clients.cloudTrail.send(new CloudTrail.GetTrailCommand({ Name: "all" }));
      return [trail?.CloudWatchLogsLogGroupArn, trail?.CloudWatchLogsRoleArn];
    };
    expect(await shown()).to.deep.equal([groupArn, roleArn("Writer")]);
    await clients.cloudTrail.send(
      new CloudTrail.UpdateTrailCommand({ Name: "all", CloudWatchLogsLogGroupArn: "", CloudWatchLogsRoleArn: "" }),
    );
    expect(await shown()).to.deep.equal([undefined, undefined]);
  });

  it("says why it cannot deliver, and delivers later what waited", async () => {
    await makeTrail();
    await clients.cloudTrail.send(new CloudTrail.StartLoggingCommand({ Name: "all" }));
    const allowed = { Effect: "Allow", Action: "logs:*", Resource: "*" };
    const allow = (statement: object) =>
      clients.iam.send(
        new PutRolePolicyCommand({ RoleName: "Writer", PolicyName: "logs", PolicyDocument: policy(statement) }),
      );
    await allow({ ...allowed, Action: "logs:CreateLogStream" });
    expect((await deliver()).LatestCloudWatchLogsDeliveryError).to.equal("AccessDeniedException");
    await allow(allowed);
    emulator.instance.clock.advance(60_000);
    while ((await status()).LatestCloudWatchLogsDeliveryError !== undefined);
    expect(await records("{ $.eventName = StartLogging }")).to.have.length(1);
  });

  const refused: { name: string; input: Partial<CloudTrail.CreateTrailCommandInput>; code: string; message: string }[] =
    [
      {
        name: "an ARN without :*",
        input: { CloudWatchLogsLogGroupArn: groupArn.slice(0, -2) },
        code: "InvalidCloudWatchLogsLogGroupArnException",
        message: "CloudTrail cannot validate the specified log group ARN",
      },
      {
        name: "a group that is not there",
        input: { CloudWatchLogsLogGroupArn: groupArn.replace("Default", "Other") },
        code: "InvalidCloudWatchLogsLogGroupArnException",
        message: "Access denied. Check the permissions for your role.",
      },
      {
        name: "no role",
        input: { CloudWatchLogsRoleArn: undefined },
        code: "InvalidCloudWatchLogsRoleArnException",
        message: "CloudTrail cannot validate the specified role ARN",
      },
      {
        name: "a role of another account",
        input: { CloudWatchLogsRoleArn: "arn:aws:iam::111111111111:role/Writer" },
        code: "InvalidCloudWatchLogsRoleArnException",
        message: "CloudTrail cannot validate the specified role ARN",
      },
      {
        name: "a role that does not trust CloudTrail",
        input: { CloudWatchLogsRoleArn: roleArn("Stranger") },
        code: "InvalidCloudWatchLogsRoleArnException",
        message: "Access denied. Check the trust relationships for your role.",
      },
      {
        name: "a role that may not make the stream",
        input: { CloudWatchLogsRoleArn: roleArn("Idle") },
        code: "InvalidCloudWatchLogsLogGroupArnException",
        message: "Access denied. Check the permissions for your role.",
      },
    ];
  for (const { name, input, code, message } of refused) {
    it(`is not made with ${name}`, async () => {
      await makeRole("Stranger", "lambda.amazonaws.com", ["logs:*"]);
      await makeRole("Idle", "cloudtrail.amazonaws.com", ["logs:PutLogEvents"]);
      expect(await refusalOf(makeTrail(input))).to.deep.equal({ code, message, status: 400 });
    });
  }

  it("is made by whoever may hand its role to CloudTrail", async () => {
    const create = { Effect: "Allow", Action: "cloudtrail:CreateTrail", Resource: "*" } as const;
    const pass = { Effect: "Allow", Action: "iam:PassRole", Resource: roleArn("Writer") } as const;
    const Condition = { StringEquals: { "iam:PassedToService": "cloudtrail.amazonaws.com" } };
    const without = await createUser(emulator, "Without", [create]);
    const { code, message } = await refusalOf(makeTrail({}, without.clients));
    expect(code).to.equal("AccessDeniedException");
    expect(message).to.contain(`is not authorized to perform: iam:PassRole on resource: ${roleArn("Writer")}`);
    const maker = await createUser(emulator, "Maker", [create, { ...pass, Condition }]);
    expect((await makeTrail({}, maker.clients)).CloudWatchLogsRoleArn).to.equal(roleArn("Writer"));
  });

  it("and a metric filter sets off the alarm on the use of a key that is pending deletion", async () => {
    await makeTrail();
    await clients.cloudTrail.send(new CloudTrail.StartLoggingCommand({ Name: "all" }));
    const transformation = { metricName: "uses", metricNamespace: "CloudTrailLogMetrics", metricValue: "1" };
    await clients.logs.send(
      new Logs.PutMetricFilterCommand({
        logGroupName,
        filterName: "KeyPendingDeletionErrorCount",
        filterPattern: '{ $.eventSource = kms* && $.errorMessage = "* is pending deletion."}',
        metricTransformations: [transformation],
      }),
    );
    await clients.cloudWatch.send(
      new CloudWatch.PutMetricAlarmCommand({
        AlarmName: "pending",
        Namespace: transformation.metricNamespace,
        MetricName: transformation.metricName,
        Statistic: "Sum",
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: "GreaterThanOrEqualToThreshold",
        TreatMissingData: "notBreaching",
      }),
    );
    const state = async () => {
      const { MetricAlarms = [] } = await clients.cloudWatch.send(new CloudWatch.DescribeAlarmsCommand({}));
      return MetricAlarms[0]?.StateValue;
    };
    const { KeyMetadata } = await clients.kms.send(new CreateKeyCommand({}));
    const use = new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: Buffer.from("x") });
    await clients.kms.send(use);
    await clients.kms.send(new ScheduleKeyDeletionCommand({ KeyId: KeyMetadata?.KeyId }));
    await deliver();
    emulator.instance.clock.advance(5 * 60_000);
    expect(await state()).to.equal("OK");
    expect((await refusalOf(clients.kms.send(use))).code).to.equal("KMSInvalidStateException");
    await deliver();
    emulator.instance.clock.advance(5 * 60_000);
    expect(await state()).to.equal("ALARM");
    emulator.instance.clock.advance(60 * 60_000);
    expect(await state()).to.equal("OK");
  });
});
