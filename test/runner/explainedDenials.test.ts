import { expect } from "chai";
import { explain } from "../../emulator/authorization/explain.ts";
import { judge } from "../../runner/judge.ts";
import { explainedCases } from "../emulator/authorization/explainedCases.ts";

describe("a denied attempt", () => {
  const request = explainedCases.find(({ file }) => file === "no-identity-policy-allows")?.request;
  const explanation = request && explain(request);
  const naming = {
    name: (name: string) => name,
    accountId: "111122223333",
    administratorArn: "arn:aws:iam::111122223333:user/a",
  };

  it("carries its explanation, whether it was expected or not", () => {
    const refusal = { code: "AccessDeniedException", message: "", denial: { action: "kms:Decrypt" } };
    const observed = { kind: "refused", refusal, explanation } as const;
    const expected = { kind: "denied", action: "kms:Decrypt", layer: "identity policy" } as const;
    expect(judge(expected, observed, naming)).to.deep.include({ verdict: "passed", explanation });
    expect(judge({ kind: "allowed" }, observed, naming)).to.deep.include({ verdict: "failed", explanation });
  });

  it("carries none where the target does not explain", () => {
    const refusal = { code: "AccessDeniedException", message: "", denial: { action: "kms:Decrypt" } };
    expect(judge({ kind: "allowed" }, { kind: "refused", refusal }, naming)).not.to.have.property("explanation");
  });
});
