import * as CloudTrail from "@aws-sdk/client-cloudtrail";
import * as CloudWatch from "@aws-sdk/client-cloudwatch";
import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import * as EventBridge from "@aws-sdk/client-eventbridge";
import * as Kms from "@aws-sdk/client-kms";
import { expect } from "chai";
import * as z from "zod";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeTrailBucket } from "../../../support/trailBucket.ts";
import { importMaterial } from "../kms/importMaterial.ts";

const start = new Date("2026-11-25T07:00:00.000Z");
const account = "000000000000";
const logGroupName = "/aws/events/keys";
const day = 86_400_000;
const callRecord = z.object({ eventName: z.string() });
const busEvent = z.object({ "detail-type": z.string() }).loose();

describe("EventBridge, events about keys", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    clients = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  async function startTrail(more: Partial<CloudTrail.CreateTrailCommandInput> = {}): Promise<void> {
    const S3BucketName = await makeTrailBucket(emulator);
    await clients.cloudTrail.send(new CloudTrail.CreateTrailCommand({ Name: "all", S3BucketName, ...more }));
    await clients.cloudTrail.send(new CloudTrail.StartLoggingCommand({ Name: "all" }));
  }

  const putRule = (pattern: object, more: Partial<EventBridge.PutRuleCommandInput> = {}) =>
    clients.events.send(
      new EventBridge.PutRuleCommand({ Name: "keys", EventPattern: JSON.stringify(pattern), ...more }),
    );
  const makeKey = async (input: Kms.CreateKeyCommandInput = {}) =>
    (await clients.kms.send(new Kms.CreateKeyCommand(input))).KeyMetadata?.KeyId ?? "";
  const triggered = async () => {
    const { Datapoints = [] } = await clients.cloudWatch.send(
      new CloudWatch.GetMetricStatisticsCommand({
        Namespace: "AWS/Events",
        MetricName: "TriggeredRules",
        Dimensions: [{ Name: "RuleName", Value: "keys" }],
        StartTime: start,
        EndTime: new Date(start.getTime() + day),
        Period: 86_400,
        Statistics: ["Sum"],
      }),
    );
    return Datapoints[0]?.Sum ?? 0;
  };

  /** Sends what the rule hears into a log group. */
  async function log(): Promise<void> {
    await clients.logs.send(new Logs.CreateLogGroupCommand({ logGroupName }));
    const Statement = {
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "logs:*",
      Resource: "*",
    };
    const policyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    await clients.logs.send(new Logs.PutResourcePolicyCommand({ policyName: "events", policyDocument }));
    const Arn = `arn:aws:logs:us-east-1:${account}:log-group:${logGroupName}`;
    await clients.events.send(new EventBridge.PutTargetsCommand({ Rule: "keys", Targets: [{ Id: "log", Arn }] }));
  }

  async function logged(count: number): Promise<z.infer<typeof busEvent>[]> {
    for (;;) {
      const { events = [] } = await clients.logs.send(new Logs.FilterLogEventsCommand({ logGroupName }));
      if (events.length >= count) return events.map(({ message = "" }) => busEvent.parse(JSON.parse(message)));
    }
  }

  it("come of calls that a trail records, and set off the alarm that watches the rule", async () => {
    await startTrail();
    await putRule({
      source: ["aws.kms"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventSource: ["kms.amazonaws.com"], eventName: ["ScheduleKeyDeletion", "DisableKey"] },
    });
    await clients.cloudWatch.send(
      new CloudWatch.PutMetricAlarmCommand({
        AlarmName: "key in danger",
        Namespace: "AWS/Events",
        MetricName: "TriggeredRules",
        Dimensions: [{ Name: "RuleName", Value: "keys" }],
        Statistic: "Sum",
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: "GreaterThanOrEqualToThreshold",
        TreatMissingData: "notBreaching",
      }),
    );
    const stateAfter = async (minutes: number) => {
      emulator.instance.clock.advance(minutes * 60_000);
      const { MetricAlarms = [] } = await clients.cloudWatch.send(new CloudWatch.DescribeAlarmsCommand({}));
      return MetricAlarms[0]?.StateValue;
    };
    const KeyId = await makeKey();
    expect(await stateAfter(1)).to.equal("OK");
    await clients.kms.send(new Kms.ScheduleKeyDeletionCommand({ KeyId }));
    expect(await stateAfter(1)).to.equal("ALARM");
    await clients.kms.send(new Kms.CancelKeyDeletionCommand({ KeyId }));
    expect(await stateAfter(5)).to.equal("OK");
    await clients.kms.send(new Kms.EnableKeyCommand({ KeyId }));
    await clients.kms.send(new Kms.DisableKeyCommand({ KeyId }));
    expect(await stateAfter(1)).to.equal("ALARM");
  });

  it("of calls have CloudTrail's record as their detail", async () => {
    await startTrail();
    await putRule({ detail: { eventName: ["DisableKey"] } });
    await log();
    const KeyId = await makeKey();
    await clients.kms.send(new Kms.DisableKeyCommand({ KeyId }));
    const [event] = await logged(1);
    expect(event).to.deep.include({
      version: "0",
      "detail-type": "AWS API Call via CloudTrail",
      source: "aws.kms",
      account,
      time: "2026-11-25T07:00:00Z",
      region: "us-east-1",
      resources: [],
    });
    expect(event?.detail).to.deep.include({
      eventSource: "kms.amazonaws.com",
      eventName: "DisableKey",
      requestParameters: { keyId: KeyId },
    });
  });

  it("do not come of calls that no trail records", async () => {
    await putRule({ source: ["aws.kms"] });
    await makeKey();
    expect(await triggered()).to.equal(0);
    await startTrail();
    await makeKey();
    expect(await triggered()).to.equal(1);
    await clients.cloudTrail.send(new CloudTrail.StopLoggingCommand({ Name: "all" }));
    await makeKey();
    expect(await triggered()).to.equal(1);
  });

  for (const { State, count } of [
    { State: "ENABLED", count: 1 },
    { State: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", count: 3 },
    { State: "DISABLED", count: 0 },
  ] as const) {
    it(`of calls that only read come to a rule that is ${State}: ${count} of 3`, async () => {
      await startTrail();
      const KeyId = await makeKey();
      await putRule({ source: ["aws.kms"] }, { State });
      await clients.kms.send(new Kms.DescribeKeyCommand({ KeyId }));
      await clients.kms.send(new Kms.ListKeysCommand({}));
      await clients.kms.send(new Kms.EncryptCommand({ KeyId, Plaintext: Buffer.from("x") }));
      expect(await triggered()).to.equal(count);
    });
  }

  it("are not those that EventBridge itself brings about", async () => {
    await startTrail();
    await putRule({ account: [account] });
    await log();
    await makeKey();
    await logged(2);
    await makeKey();
    const names = (await logged(3)).map(({ detail }) => callRecord.parse(detail).eventName);
    expect(names).to.deep.equal(["PutTargets", "CreateKey", "CreateKey"]);
  });

  it("tell of rotation, expiry and deletion, without any trail", async () => {
    await putRule({ source: ["aws.kms"] });
    await log();
    const rotated = await makeKey();
    await clients.kms.send(new Kms.EnableKeyRotationCommand({ KeyId: rotated, RotationPeriodInDays: 90 }));
    await clients.kms.send(new Kms.RotateKeyOnDemandCommand({ KeyId: rotated }));
    const imported = await makeKey({ Origin: "EXTERNAL" });
    const terms = { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(start.getTime() + day) } as const;
    await importMaterial(clients.kms, imported, Buffer.alloc(32, 1), terms);
    const deleted = await makeKey();
    await clients.kms.send(new Kms.ScheduleKeyDeletionCommand({ KeyId: deleted, PendingWindowInDays: 7 }));
    emulator.instance.clock.advance(day);
    emulator.instance.clock.advance(6 * day);
    emulator.instance.clock.advance(83 * day);
    const found = await logged(4);
    const { Rotations: [first, second, third] = [] } = await clients.kms.send(
      new Kms.ListKeyRotationsCommand({ KeyId: rotated, IncludeKeyMaterial: "ALL_KEY_MATERIAL" }),
    );
    const rotation = (type: string, previous = first, current = second) => ({
      "key-origin": "AWS_KMS",
      "rotation-type": type,
      "previous-key-material-id": previous?.KeyMaterialId,
      "current-key-material-id": current?.KeyMaterialId,
    });
    expect(found.map((event) => [event["detail-type"], event.detail, event.resources])).to.deep.equal(
      [
        { type: "KMS CMK Rotation", keyId: rotated, more: rotation("ON_DEMAND") },
        { type: "KMS Imported Key Material Expiration", keyId: imported },
        { type: "KMS CMK Deletion", keyId: deleted },
        { type: "KMS CMK Rotation", keyId: rotated, more: rotation("AUTOMATIC", second, third) },
      ].map(({ type, keyId, more }) => [
        type,
        { "key-id": keyId, ...more },
        [`arn:aws:kms:us-east-1:${account}:key/${keyId}`],
      ]),
    );
  });
});
