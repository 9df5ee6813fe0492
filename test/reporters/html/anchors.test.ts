import { expect } from "chai";
import { scenarioAnchor } from "../../../reporters/html/anchors.ts";
import { started } from "./records.ts";

describe("where something is on the page of a run", () => {
  const cases = [
    { repetition: 1, attempt: 1, id: "kms/first-key", anchor: "kms/first-key" },
    { repetition: 1, attempt: 2, id: "kms/first-key", anchor: "kms/first-key@attempt-2" },
    { repetition: 3, attempt: 1, id: "kms/first-key", anchor: "kms/first-key@repetition-3" },
    { repetition: 3, attempt: 2, id: "kms/first-key", anchor: "kms/first-key@repetition-3-attempt-2" },
    { repetition: 1, attempt: 1, id: `a b/"<%`, anchor: "a(20)b/(22)(3c)(25)" },
  ];
  for (const { id, anchor, ...run } of cases) {
    it(`is said in what needs no encoding: ${anchor}`, () => {
      expect(scenarioAnchor({ ...started(), ...run, scenario: id })).to.equal(anchor);
    });
  }
});
