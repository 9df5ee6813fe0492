import { Key } from "@pulumi/aws/kms/key.js";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { guard } from "../../../infra/guardrails/guard.ts";
import type { Guardrail } from "../../../infra/guardrails/guardrail.ts";
import { deploy, valueOf } from "../support.ts";

const noPolicy: Guardrail = {
  name: "no-policy",
  reason: "It is a test.",
  types: ["aws:kms/key:Key"],
  inputs: ["policy"],
  problem: ({ policy }) => (policy === "wrong" ? "has a wrong policy" : undefined),
};
const sentence = 'Key "key" has a wrong policy (guardrail no-policy). It is a test.';

/** What a guarded key with a policy tells, and how its registration ends. */
async function guarded(policy: pulumi.Input<string>, mode: "advisory" | "mandatory", preview = false) {
  const told: string[] = [];
  const guarding = guard(
    [noPolicy],
    mode,
    (warning) => told.push(warning),
    (refused) => told.push(`refused: ${refused}`),
  );
  const { result, resources } = await deploy(
    () => {
      try {
        const key = new Key("key", { policy }, { transformations: [guarding] });
        return { key, refused: undefined };
      } catch (error) {
        return { key: undefined, refused: error instanceof pulumi.RunError ? error.message : "another error" };
      }
    },
    { preview },
  );
  return { refused: result.refused, registered: Object.keys(resources), told };
}

describe("guard", () => {
  const registered = ["kms/key:Key key"];

  it("lets a resource pass that keeps its guardrails", async () => {
    for (const mode of ["advisory", "mandatory"] as const)
      expect(await guarded("right", mode)).to.deep.equal({ refused: undefined, registered, told: [] });
  });

  it("refuses a resource that breaks a guardrail before it is registered, where guardrails are mandatory", async () => {
    expect(await guarded("wrong", "mandatory")).to.deep.equal({ refused: sentence, registered: [], told: [] });
  });

  it("tells it in a preview and goes on, so that all are told at once, whether known at once or later", async () => {
    const told = [`refused: ${sentence}`];
    for (const policy of ["wrong", pulumi.output(Promise.resolve("wrong"))])
      expect(await guarded(policy, "mandatory", true)).to.deep.equal({ refused: undefined, registered, told });
  });

  it("warns of one and lets it pass, where they are advice", async () => {
    expect(await guarded("wrong", "advisory")).to.deep.equal({ refused: undefined, registered, told: [sentence] });
  });

  it("warns of what it sees later as well", async () => {
    const policy = pulumi.output(Promise.resolve("wrong"));
    expect(await guarded(policy, "advisory")).to.deep.equal({ refused: undefined, registered, told: [sentence] });
  });

  it("waits for what is known later, and lets pass what keeps the guardrails", async () => {
    for (const mode of ["advisory", "mandatory"] as const)
      expect(await guarded(pulumi.output(Promise.resolve("right")), mode)).to.deep.equal({
        refused: undefined,
        registered,
        told: [],
      });
  });

  it("keeps what a resource depends on", async () => {
    const { result } = await deploy(() => {
      const first = new Key("first", {});
      const transformation = guard([noPolicy], "mandatory", () => undefined);
      const policy = pulumi.output(Promise.resolve("right"));
      const props = { policy };
      const changed = transformation({
        resource: first,
        type: "aws:kms/key:Key",
        name: "key",
        props,
        opts: { dependsOn: first },
      });
      return { first, dependsOn: changed?.opts.dependsOn };
    });
    expect(await valueOf(pulumi.output(result.dependsOn))).to.deep.equal([result.first]);
  });
});
