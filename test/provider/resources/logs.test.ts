import { expect } from "chai";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const STREAM = "aws:cloudwatch/logStream:LogStream";
const FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const arn = (group: string) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${group}`;

const policy = (action: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: action, Resource: "*" }],
  });

describe("log groups, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: GROUP,
    inputs: () => ({ name: "/app/first", retentionInDays: 7, tags: { a: "1", b: "2" } }),
    id: () => "/app/first",
    state: () => ({
      arn: arn("/app/first"),
      deletionProtectionEnabled: false,
      logGroupClass: "STANDARD",
      name: "/app/first",
      namePrefix: "",
      region: REGION,
      retentionInDays: 7,
      skipDestroy: false,
      tags: { a: "1", b: "2" },
      tagsAll: { a: "1", b: "2" },
    }),
    update: { inputs: { retentionInDays: 0, tags: { a: "3" } }, state: { tagsAll: { a: "3" } } },
    replacement: { inputs: { name: "/app/second" }, replaces: ["name"], oldGoesFirst: false },
  });

  it("a group is moved to a key that lets CloudWatch Logs in, and back", async () => {
    const { engine } = running();
    const rule = (Principal: object) => ({ Effect: "Allow", Principal, Action: "kms:*", Resource: "*" });
    const principals = [{ AWS: `arn:aws:iam::${ACCOUNT}:root` }, { Service: `logs.${REGION}.amazonaws.com` }];
    const keyPolicy = JSON.stringify({ Version: "2012-10-17", Statement: principals.map(rule) });
    const kmsKeyId = textOf(await engine.create("aws:kms/key:Key", { policy: keyPolicy }), "arn");
    const closed = textOf(await engine.create("aws:kms/key:Key", {}), "arn");
    const kept = await engine.create(GROUP, { name: "moved" });
    expect(await refusal(engine.update(GROUP, kept, { name: "moved", kmsKeyId: closed }))).to.match(
      /AccessDeniedException: The specified KMS key does not exist or is not allowed/,
    );
    const moved = await engine.update(GROUP, kept, { name: "moved", kmsKeyId });
    expect(moved.state.kmsKeyId).to.equal(kmsKeyId);
    const back = await engine.update(GROUP, moved, { name: "moved" });
    expect(back.state.kmsKeyId).to.equal(undefined);
  });

  it("a group that is to be kept outlives its resource", async () => {
    const { engine } = running();
    const kept = await engine.create(GROUP, { name: "kept", skipDestroy: true });
    await engine.delete(GROUP, kept);
    expect((await engine.read(GROUP, { id: "kept", inputs: {}, state: {} }))?.inputs).to.deep.equal({
      name: "kept",
      region: REGION,
    });
  });

  lives(running, {
    type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    inputs: () => ({ policyName: "first", policyDocument: policy("logs:PutLogEvents") }),
    id: () => "first",
    state: (_kept, { revisionId }) => ({
      policyDocument: policy("logs:PutLogEvents"),
      policyName: "first",
      policyScope: "ACCOUNT",
      region: REGION,
      revisionId,
    }),
    update: { inputs: { policyDocument: policy("logs:CreateLogStream") } },
    replacement: { inputs: { policyName: "second" }, replaces: ["policyName"], oldGoesFirst: false },
  });

  describe("with a log group", () => {
    let group: Kept;
    before(async () => {
      group = await running().engine.create(GROUP, { name: "app" });
    });

    lives(running, {
      type: STREAM,
      inputs: () => ({ logGroupName: group.id, name: "first" }),
      id: () => "app:first",
      state: () => ({
        arn: `${arn("app")}:log-stream:first`,
        logGroupName: "app",
        name: "first",
        region: REGION,
      }),
      replacement: { inputs: { name: "second" }, replaces: ["name"], oldGoesFirst: false },
    });

    const metric = { name: "errors", namespace: "app", value: "1" };

    lives(running, {
      type: FILTER,
      inputs: () => ({ logGroupName: group.id, metricTransformation: metric, name: "first", pattern: "ERROR" }),
      id: () => "app:first",
      state: () => ({
        applyOnTransformedLogs: false,
        logGroupName: "app",
        metricTransformation: metric,
        name: "first",
        pattern: "ERROR",
        region: REGION,
      }),
      update: {
        inputs: {
          metricTransformation: { ...metric, defaultValue: "0.5", unit: "Count", value: "2" },
          pattern: "",
        },
      },
      replacement: { inputs: { logGroupName: "other" }, replaces: ["logGroupName"], oldGoesFirst: true },
    });

    it("a stream and a filter are found by their ids alone, as an import wants it", async () => {
      const { engine } = running();
      const stream = await engine.create(STREAM, { logGroupName: group.id, name: "s" });
      const filter = await engine.create(FILTER, {
        logGroupName: group.id,
        metricTransformation: { ...metric, unit: "None" },
        name: "f",
        pattern: "ERROR",
      });
      for (const [type, { id, state }] of [[STREAM, stream] as const, [FILTER, filter] as const]) {
        expect((await engine.read(type, { id, inputs: {}, state: {} }))?.state).to.deep.equal(state);
      }
    });
  });
});
