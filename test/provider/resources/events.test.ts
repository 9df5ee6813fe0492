import { expect } from "chai";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const pattern = (source: string) => JSON.stringify({ source: [source] });

describe("rules and targets of events, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: RULE,
    inputs: () => ({ description: "first", eventPattern: pattern("aws.kms"), name: "first", tags: { a: "1" } }),
    id: () => "first",
    state: () => ({
      arn: `arn:aws:events:${REGION}:${ACCOUNT}:rule/first`,
      description: "first",
      eventBusName: "default",
      eventPattern: pattern("aws.kms"),
      forceDestroy: false,
      name: "first",
      namePrefix: "",
      region: REGION,
      state: "ENABLED",
      tags: { a: "1" },
      tagsAll: { a: "1" },
    }),
    update: {
      inputs: { eventPattern: pattern("aws.s3"), state: "DISABLED", tags: { b: "2" } },
      state: { tagsAll: { b: "2" } },
    },
    replacement: { inputs: { name: "second" }, replaces: ["name"], oldGoesFirst: false },
  });

  it("a rule without a pattern or a schedule is refused", async () => {
    const { failures } = await running().engine.check(RULE, { name: "r" });
    expect(failures).to.deep.equal(["one of eventPattern and scheduleExpression is required"]);
  });

  describe("with a rule", () => {
    let rule: Kept;
    let arn: string;
    before(async () => {
      const { engine } = running();
      rule = await engine.create(RULE, { name: "rule", scheduleExpression: "rate(5 minutes)" });
      arn = textOf(await engine.create("aws:cloudwatch/logGroup:LogGroup", { name: "/aws/events/all" }), "arn");
    });

    lives(running, {
      type: TARGET,
      inputs: () => ({ arn, rule: rule.id, targetId: "first" }),
      id: () => "rule/first",
      state: () => ({
        arn,
        eventBusName: "default",
        forceDestroy: false,
        region: REGION,
        rule: "rule",
        targetId: "first",
      }),
      update: {
        inputs: {
          inputTransformer: { inputPaths: { time: "$.time" }, inputTemplate: '{"timestamp": 1, "message": "<time>"}' },
        },
      },
      replacement: { inputs: { rule: "other" }, replaces: ["rule"], oldGoesFirst: true },
    });

    it("a target is found by its id alone, as an import wants it", async () => {
      const { engine } = running();
      const kept = await engine.create(TARGET, { arn, input: '{"a":1}', rule: rule.id });
      expect(kept.id).to.match(/^rule\/thing-[0-9a-f]{7}$/);
      const found = await engine.read(TARGET, { id: kept.id, inputs: {}, state: {} });
      expect(found?.state).to.deep.equal(kept.state);
      await engine.delete(TARGET, kept);
    });

    it("two forms of input, and a target of a kind that is not served, are refused", async () => {
      const { engine } = running();
      const wanted = { arn, input: "{}", inputPath: "$.detail", rule: rule.id };
      expect((await engine.check(TARGET, wanted)).failures).to.deep.equal([
        "only one of input, inputPath and inputTransformer may be given",
      ]);
      const queue = { arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:queue`, rule: rule.id };
      expect(await refusal(engine.create(TARGET, queue))).to.match(
        /ValidationException: The embedded AWS does not carry/,
      );
    });
  });
});
