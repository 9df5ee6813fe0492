import * as CloudWatch from "@aws-sdk/client-cloudwatch";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { queryCall, send } from "../../../support/signedRequest.ts";

const arnOf = (name: string) => `arn:aws:cloudwatch:us-east-1:000000000000:alarm:${name}`;
const metric = { Namespace: "mine", MetricName: "uses" };
const putAlarm = (AlarmName: string, team: string) =>
  new CloudWatch.PutMetricAlarmCommand({
    AlarmName,
    ...metric,
    Statistic: "Sum",
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1.5,
    ComparisonOperator: "LessThanThreshold",
    Tags: [{ Key: "team", Value: team }],
  });

describe("CloudWatch, who may do what with alarms", () => {
  let emulator: Emulator;
  let root: CloudWatch.CloudWatchClient;
  before(async () => {
    emulator = await startTestEmulator({ clockStandsAt: new Date("2026-11-25T07:00:00.000Z") });
    root = clientsFor(emulator).cloudWatch;
    await root.send(putAlarm("ours", "us"));
    await root.send(putAlarm("theirs", "them"));
  });
  after(() => emulator.stop());

  const setState = (AlarmName: string) =>
    new CloudWatch.SetAlarmStateCommand({ AlarmName, StateValue: "OK", StateReason: "a test" });

  for (const { by, statement } of [
    { by: "ARN", statement: { Resource: arnOf("ours") } },
    { by: "tag", statement: { Resource: "*", Condition: { StringEquals: { "aws:ResourceTag/team": "us" } } } },
  ]) {
    it(`a policy by ${by} allows what it names, and nothing else`, async () => {
      const allowed = { Effect: "Allow", Action: "cloudwatch:SetAlarmState", ...statement } as const;
      const { arn, clients } = await createUser(emulator, `by-${by}`, [allowed]);
      await clients.cloudWatch.send(setState("ours"));
      expect(await refusalOf(clients.cloudWatch.send(setState("theirs")))).to.deep.equal({
        code: "AccessDenied",
        message: `User: ${arn} is not authorized to perform: cloudwatch:SetAlarmState on resource: ${arnOf("theirs")} because no identity-based policy allows the cloudwatch:SetAlarmState action`,
        status: 403,
      });
    });
  }

  it("tags and untags an alarm", async () => {
    const ResourceARN = arnOf("theirs");
    const tags = async () => (await root.send(new CloudWatch.ListTagsForResourceCommand({ ResourceARN }))).Tags;
    await root.send(new CloudWatch.TagResourceCommand({ ResourceARN, Tags: [{ Key: "more", Value: "x" }] }));
    await root.send(new CloudWatch.UntagResourceCommand({ ResourceARN, TagKeys: ["team"] }));
    expect(await tags()).to.deep.equal([{ Key: "more", Value: "x" }]);
    const missing = new CloudWatch.ListTagsForResourceCommand({ ResourceARN: arnOf("none") });
    expect((await refusalOf(root.send(missing))).code).to.equal("ResourceNotFoundException");
  });

  it("finds the alarms on a metric, and none on another", async () => {
    const namesOn = async (MetricName: string) => {
      const asked = { ...metric, MetricName };
      const { MetricAlarms = [] } = await root.send(new CloudWatch.DescribeAlarmsForMetricCommand(asked));
      return MetricAlarms.map(({ AlarmName }) => AlarmName);
    };
    expect(await namesOn("uses")).to.deep.equal(["ours", "theirs"]);
    expect(await namesOn("other")).to.deep.equal([]);
  });

  it("is not moved to another state by one that it has already", async () => {
    const transitionOf = async () => {
      await root.send(setState("ours"));
      const asked = new CloudWatch.DescribeAlarmsCommand({ AlarmNames: ["ours"] });
      return (await root.send(asked)).MetricAlarms?.[0]?.StateTransitionedTimestamp;
    };
    const first = await transitionOf();
    emulator.instance.clock.advance(1000);
    expect(await transitionOf()).to.deep.equal(first);
  });

  it("speaks the Query protocol too", async () => {
    const form = "Action=DescribeAlarms&Version=2010-08-01&AlarmNames.member.1=ours";
    const { status, text } = await send(emulator, queryCall("monitoring", form));
    expect(status).to.equal(200);
    expect(text).to.contain("<AlarmName>ours</AlarmName>").and.to.contain("<Threshold>1.5</Threshold>");
  });
});
