import { expect } from "chai";
import { conditionOperators } from "../../../../emulator/authorization/conditions/conditionOperators.ts";
import { met, testOperator } from "./testOperator.ts";

describe("a condition on truth", () => {
  testOperator({
    operator: "Bool",
    source: "IAM User Guide, Boolean condition operators",
    met: [
      ["true", "true"],
      ["true", "True"],
      ["false", "FALSE"],
    ],
    unmet: [
      ["true", "false"],
      ["false", "true"],
      ["yes", "true"],
    ],
    refused: ["", "yes", "1", "true "].map((stated) => [stated, `'${stated}' is neither 'true' nor 'false'`]),
  });
});

describe("a condition on bytes", () => {
  testOperator({
    operator: "BinaryEquals",
    source: "IAM User Guide, Binary condition operators",
    met: [
      ["QmluYXJ5VmFsdWVJbkJhc2U2NA==", "QmluYXJ5VmFsdWVJbkJhc2U2NA=="],
      // Bits that mean nothing do not count.
      ["QQ==", "QR=="],
      ["", ""],
    ],
    unmet: [
      ["QQ==", "Qg=="],
      ["QQ==", "QUE="],
      ["qQ==", "QQ=="],
      ["bytes!", "QQ=="],
    ],
    refused: ["Q", "QQ", "Q-==", "QQ==="].map((stated) => [stated, `'${stated}' is not written in Base64`]),
  });
});

describe("Null (IAM User Guide, Condition operator to check existence of condition keys)", () => {
  const cases: { requested: string[] | undefined; stated: string[]; expected: boolean }[] = [
    { requested: undefined, stated: ["true"], expected: true },
    { requested: undefined, stated: ["True"], expected: true },
    { requested: undefined, stated: ["false"], expected: false },
    { requested: ["a"], stated: ["true"], expected: false },
    { requested: ["a"], stated: ["false"], expected: true },
    { requested: ["true"], stated: ["true"], expected: false },
    { requested: [""], stated: ["true"], expected: false },
    // A set without values is null as well.
    { requested: [], stated: ["true"], expected: true },
    { requested: [], stated: ["false"], expected: false },
    { requested: undefined, stated: ["true", "false"], expected: true },
    { requested: ["a"], stated: ["true", "false"], expected: true },
    { requested: ["a"], stated: [], expected: false },
  ];
  for (const { requested, stated, expected } of cases) {
    it(`${JSON.stringify(requested)} ${expected ? "meets" : "does not meet"} ${JSON.stringify(stated)}`, () => {
      expect(met("Null", requested, stated)).to.equal(expected);
    });
  }

  it("takes nothing but true and false", () => {
    const operator = conditionOperators.get("Null");
    expect(["true", "False", "no", ""].map((stated) => operator?.check?.(stated))).to.deep.equal([
      undefined,
      undefined,
      "'no' is neither 'true' nor 'false'",
      "'' is neither 'true' nor 'false'",
    ]);
  });
});
