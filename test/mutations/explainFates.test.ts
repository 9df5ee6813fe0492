import { expect } from "chai";
import { explainFates, staleAcceptances, type Fates } from "../../mutations/explainFates.ts";
import type { Fate } from "../../mutations/mutateScenario.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { sampleScenario } from "../cli/sampleScenario.ts";

const fate = (name: string, outcome: Fate["outcome"], by = "", sharedAs?: string): Fate => ({
  name,
  outcome,
  by,
  sharedAs,
});
const scenario: Scenario = {
  ...sampleScenario,
  id: "a/scenario",
  accepts: { "is accepted": "it does not matter", "was noticed": "it did not matter", "is unknown": "nobody knows" },
};
const fates: Fates = new Map([
  [
    "a/scenario",
    [
      fate("was noticed", "noticed", "user: GetItem table"),
      fate("was refused", "refused", "MalformedPolicyDocumentException"),
      fate("is accepted", "survived"),
      fate("is shared", "survived", "", "shared"),
      fate("is refused elsewhere", "survived", "", "refused alone"),
      fate(
        "is harmless",
        "survived",
        "",
        'aws:kms, policy: "Allow attachment of persistent resources" allows every action',
      ),
      fate("is missed", "survived"),
    ],
  ],
  ["z/other", [fate("other", "noticed", "user: Scan table", "shared")]],
  ["b/other", [fate("other", "noticed", "user: Query table", "shared"), fate("no", "refused", "", "refused alone")]],
]);

describe("A mistake that was made in a scenario", () => {
  it("is explained by who noticed it, here or elsewhere, or by why nobody must", () => {
    const explained = explainFates(scenario, fates).map(({ name, outcome, by }) => [name, outcome, by]);
    expect(explained.filter(([name]) => name !== "is harmless")).to.deep.equal([
      ["was noticed", "noticed", "user: GetItem table"],
      ["was refused", "refused", "MalformedPolicyDocumentException"],
      ["is accepted", "accepted", "it does not matter"],
      ["is shared", "noticed elsewhere", "b/other"],
      ["is refused elsewhere", "unexplained", ""],
      ["is missed", "unexplained", ""],
    ]);
    expect(explained.find(([name]) => name === "is harmless")?.[1]).to.equal("accepted");
  });

  it("is accepted without need if it does not survive", () => {
    expect(staleAcceptances(scenario, fates)).to.deep.equal(["was noticed", "is unknown"]);
  });
});
