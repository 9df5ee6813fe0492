import { expect } from "chai";

import { brokenGuardrails } from "../../../infra/guardrails/brokenGuardrails.ts";
import { guardrails } from "../../../infra/guardrails/index.ts";

describe("brokenGuardrails", () => {
  it("says which resource breaks which guardrail, in what and why it is one", () => {
    const key = { type: "aws:kms/key:Key", name: "hub", inputs: { deletionWindowInDays: 1 } };
    expect(brokenGuardrails(guardrails, key)).to.deep.equal([
      'Key "hub" does not rotate (guardrail customer-keys-rotate). New key material every year limits what one leaked ' +
        "key opens, and nothing else has to change.",
      'Key "hub" is deleted after 1 days instead of 7 to 30 (guardrail deletion-can-be-cancelled). Whoever misses a ' +
        "deleted key has at least a week to notice it and to cancel the deletion.",
    ]);
  });

  it("asks no guardrail that is about other resources", () => {
    expect(brokenGuardrails(guardrails, { type: "aws:iam/user:User", name: "Ada", inputs: {} })).to.deep.equal([]);
  });

  it("knows each guardrail by a name of its own, with one sentence why it is one", () => {
    expect(new Set(guardrails.map(({ name }) => name)).size).to.equal(guardrails.length);
    for (const { name, reason } of guardrails) {
      expect(name).to.match(/^[a-z]+(-[a-z]+)+$/);
      expect(reason).to.match(/^[A-Z][^.]*\.$/);
    }
  });
});
