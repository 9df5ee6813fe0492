import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as CloudWatch from "@aws-sdk/client-cloudwatch";
import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import * as EventBridge from "@aws-sdk/client-eventbridge";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const logGroupName = "/aws/events/kept";
const start = new Date("2026-11-25T07:00:00.000Z");
const minute = 60_000;

describe("Rules and metrics whose embedded AWS is started anew", () => {
  let data = "";
  let emulator: Emulator;
  before(async () => {
    data = await mkdtemp(join(tmpdir(), "keylab-rules-"));
    emulator = await startTestEmulator({ data, clockStandsAt: start });
  });
  after(async () => {
    await emulator.stop();
    await rm(data, { recursive: true });
  });

  async function makeRule(Name: string, how: Partial<EventBridge.PutRuleCommandInput>): Promise<void> {
    const { events } = clientsFor(emulator);
    await events.send(new EventBridge.PutRuleCommand({ Name, ...how }));
    const Arn = `arn:aws:logs:us-east-1:000000000000:log-group:${logGroupName}`;
    await events.send(new EventBridge.PutTargetsCommand({ Rule: Name, Targets: [{ Id: "log", Arn }] }));
  }

  /** How often a rule was triggered and had invoked a target. */
  async function counts(rule: string): Promise<number[]> {
    const sums = ["TriggeredRules", "Invocations"].map(async (MetricName) => {
      const { Datapoints = [] } = await clientsFor(emulator).cloudWatch.send(
        new CloudWatch.GetMetricStatisticsCommand({
          Namespace: "AWS/Events",
          MetricName,
          Dimensions: [{ Name: "RuleName", Value: rule }],
          StartTime: start,
          EndTime: new Date(start.getTime() + 60 * minute),
          Period: 3_600,
          Statistics: ["Sum"],
        }),
      );
      return Datapoints[0]?.Sum ?? 0;
    });
    return Promise.all(sums);
  }

  async function logged(count: number): Promise<string[]> {
    for (let tries = 0; tries < 200; tries++) {
      const { events = [] } = await clientsFor(emulator).logs.send(new Logs.FilterLogEventsCommand({ logGroupName }));
      if (events.length >= count) return events.map(({ message = "" }) => message);
    }
    throw new Error(`There are no ${count} log events.`);
  }

  it("have counted, logged and scheduled the same, and go on", async () => {
    const { logs, events } = clientsFor(emulator);
    await logs.send(new Logs.CreateLogGroupCommand({ logGroupName }));
    const Principal = { Service: "events.amazonaws.com" };
    const Statement = { Effect: "Allow", Principal, Action: "logs:*", Resource: "*" };
    const policyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    await logs.send(new Logs.PutResourcePolicyCommand({ policyName: "events", policyDocument }));
    await makeRule("mine", { EventPattern: JSON.stringify({ source: ["mine"] }) });
    await makeRule("often", { ScheduleExpression: "rate(10 minutes)" });
    const Entries = [{ Source: "mine", DetailType: "note", Detail: "{}" }];
    await events.send(new EventBridge.PutEventsCommand({ Entries }));
    await emulator.instance.advanceClock(10 * minute);
    const before = { messages: await logged(2), mine: await counts("mine"), often: await counts("often") };
    expect([before.mine, before.often]).to.deep.equal([
      [1, 1],
      [1, 1],
    ]);
    await emulator.stop();
    emulator = await startTestEmulator({ data, clockStandsAt: start });
    expect({ messages: await logged(2), mine: await counts("mine"), often: await counts("often") }).to.deep.equal(
      before,
    );
    await emulator.instance.advanceClock(10 * minute);
    expect(await logged(3)).to.have.lengthOf(3);
    expect(await counts("often")).to.deep.equal([2, 2]);
    expect(await counts("mine")).to.deep.equal([1, 1]);
  }).timeout(120_000);
});
