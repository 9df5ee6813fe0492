import { expect } from "chai";
import { explain } from "../../../emulator/authorization/explain.ts";
import type { ExpectationChecked } from "../../../reporters/events.ts";
import { explanationLines } from "../../../reporters/text/explanationLines.ts";
import { failureLines } from "../../../reporters/text/failureLines.ts";
import { explainedCases } from "../../emulator/authorization/explainedCases.ts";
import { expectGolden } from "../golden.ts";

describe("an explanation as a tree", () => {
  for (const { name, file, request } of explainedCases) {
    it(name, () => {
      const lines = explanationLines(explain(request), { short: false });
      expectGolden(`explanations/${file}.txt`, `${lines.join("\n")}\n`);
    });
  }

  it("leaves statements about other actions out where it is to be short, as below a failure", () => {
    const request = explainedCases.find(({ file }) => file === "no-identity-policy-allows")?.request;
    const explanation = request && explain(request);
    const check: ExpectationChecked = {
      type: "expectation checked",
      at: "",
      scenario: "s",
      phase: "p",
      principal: "alice",
      operation: "kms:Decrypt",
      attempt: "Decrypt",
      expected: "allowed",
      observed: "denied",
      layer: "identity policy",
      verdict: "failed",
      tries: 1,
      milliseconds: 1,
      explanation,
    };
    const lines = failureLines(check);
    expect(lines.slice(0, 4)).to.deep.equal([
      "FAILED alice: Decrypt",
      "  phase     p",
      "  expected  allowed",
      "  observed  denied by identity policy",
    ]);
    expect(lines).to.include("  ✘ identity policy does not allow").and.include("    1 more about other actions");
    expect(lines.join("\n")).not.to.include("dynamodb:*");
    expect(lines.at(-2)).to.equal("  This would flip it:");
  });
});
