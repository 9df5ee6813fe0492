import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import type { RunEvent } from "../../reporters/events.ts";
import type { RunOptions } from "../../runner/runOptions.ts";
import { answer, type Action } from "../../scenarios/contract/action.ts";
import { can, type Expectation } from "../../scenarios/contract/expectation.ts";
import { administrator } from "../../scenarios/contract/principal.ts";
import { scenario, type Scenario } from "../../scenarios/contract/scenario.ts";
import { noCounts } from "../reporters/sampleRuns.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { runLocally, type Told } from "../support/runLocally.ts";

/** Yields one value after the other, a value each time that it is tried; the last one again and again. */
function yieldOneByOne(values: readonly string[]): Action {
  let tries = 0;
  return {
    operation: "sts:GetCallerIdentity",
    attempt: "GetCallerIdentity",
    async perform(_deployed, session) {
      const output = await session.sts.send(new GetCallerIdentityCommand({}));
      return answer(output, values[Math.min(tries++, values.length - 1)]);
    },
  };
}

/** Never answers. */
const hang: Action = {
  operation: "sts:GetCallerIdentity",
  attempt: "GetCallerIdentity",
  perform: () => new Promise(() => undefined),
};

const description = {
  title: "Make one user",
  lesson: "",
  workshop: "none",
  billed: {},
  needs: [],
  limits: [],
  parameters: {},
  principals: { admin: administrator() },
};

function scenarioOf(id: string, expectation: Expectation<"admin">): Scenario {
  return scenario({
    ...description,
    id,
    deploy: ({ name }) => ({ user: new UnprivilegedUser("user", { userName: name("u") }) }),
    phases: [{ name: "something is tried", expect: [expectation] }],
  });
}

const good = (id: string) => scenarioOf(id, can("admin", yieldOneByOne(["good"]), { yields: "good" }));
const flaky = (id: string) => scenarioOf(id, can("admin", yieldOneByOne(["bad", "good"]), { yields: "good" }));
const bad = (id: string) => scenarioOf(id, can("admin", yieldOneByOne(["bad"]), { yields: "good" }));

function attemptsIn({ events }: Told): string[] {
  const lines: string[] = [];
  let head = "";
  for (const event of events) {
    if (event.type === "scenario started") head = `${event.scenario} ${event.repetition}.${event.attempt}`;
    if (event.type === "scenario ended") lines.push(`${head}: ${event.outcome}${event.triedAgain ? ", again" : ""}`);
  }
  return lines;
}

const summaryOf = ({ events }: Told) =>
  events.find((event): event is Extract<RunEvent, { type: "run ended" }> => event.type === "run ended")?.summary;

interface Case {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
  readonly options: Partial<RunOptions>;
  readonly attempts: readonly string[];
  readonly summary: object;
}

const cases: readonly Case[] = [
  {
    name: "tries again what does not pass, and counts what passes then as flaky",
    scenarios: [flaky("kms/flaky"), good("kms/good")],
    options: { retries: 2 },
    attempts: ["kms/flaky 1.1: failed, again", "kms/flaky 1.2: passed", "kms/good 1.1: passed"],
    summary: { ...noCounts, passed: 2, flaky: 1 },
  },
  {
    name: "gives up when there are no tries left",
    scenarios: [bad("kms/bad")],
    options: { retries: 1 },
    attempts: ["kms/bad 1.1: failed, again", "kms/bad 1.2: failed"],
    summary: { ...noCounts, passed: 0, failed: 1 },
  },
  {
    name: "runs each as often as is wanted",
    scenarios: [good("kms/a"), good("kms/b")],
    options: { repeat: 2 },
    attempts: ["kms/a 1.1: passed", "kms/b 1.1: passed", "kms/a 2.1: passed", "kms/b 2.1: passed"],
    summary: { ...noCounts, passed: 4 },
  },
  {
    name: "begins nothing more after a failure with bail, and says how much is missing",
    scenarios: [good("kms/a"), bad("kms/b"), good("kms/c"), good("kms/d")],
    options: { bail: true },
    attempts: ["kms/a 1.1: passed", "kms/b 1.1: failed"],
    summary: { ...noCounts, passed: 1, failed: 1, notRun: 2 },
  },
];

describe("a run that is told how", function () {
  this.timeout(120_000);

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
  });

  for (const { name, scenarios, options, attempts, summary } of cases) {
    it(name, async () => {
      const told = await runLocally(scenarios, { options });
      expect(attemptsIn(told)).to.deep.equal(attempts);
      expect(summaryOf(told)).to.deep.equal(summary);
    });
  }

  it("ends a phase that takes too long, says which, and tears down", async () => {
    const options = { settings: { scenarioTimeout: 60_000, phaseTimeout: 3_000 } };
    const told = await runLocally([scenarioOf("kms/hangs", can("admin", hang)), good("kms/good")], { options });
    expect(told.ended.map(({ outcome, problems, leftovers }) => ({ outcome, problems, leftovers }))).to.deep.equal([
      {
        outcome: "failed",
        problems: [
          {
            stage: "timeout",
            phase: "something is tried",
            message: "The phase took longer than 3 s.",
            nextStep: "Give it more time with --timeout, or look at what it waits for.",
          },
        ],
        leftovers: [],
      },
      { outcome: "passed", problems: [], leftovers: [] },
    ]);
  });

  it("ends an engine that does not come to an end", async () => {
    const never = scenario({
      ...description,
      id: "kms/never",
      deploy: ({ name }) => ({
        user: new UnprivilegedUser("user", { userName: name("u") }),
        key: new EncryptionKey("key", {
          alias: name("k"),
          administrators: [pulumi.output(new Promise<string>(() => undefined))],
        }),
      }),
      phases: [{ name: "never deployed", expect: [] }],
    });
    const told = await runLocally([never], { options: { settings: { scenarioTimeout: 4_000 } } });
    expect(told.ended.map(({ problems, leftovers }) => [problems.map(({ stage }) => stage), leftovers])).to.deep.equal([
      [["timeout"], []],
    ]);
  });
});
