import { expect } from "chai";
import { conditionOperators } from "../../../../emulator/authorization/conditions/conditionOperators.ts";
import { supportedConditionKey } from "../../../../emulator/authorization/conditions/supportedConditionKey.ts";

const cases: { operator: string; requested: string; stated: string; matches: boolean }[] = [
  { operator: "Bool", requested: "true", stated: "true", matches: true },
  { operator: "Bool", requested: "true", stated: "True", matches: true },
  { operator: "Bool", requested: "true", stated: "false", matches: false },
  { operator: "Bool", requested: "false", stated: "false", matches: true },
  { operator: "StringEquals", requested: "a", stated: "a", matches: true },
  { operator: "StringEquals", requested: "a", stated: "A", matches: false },
  { operator: "StringEquals", requested: "abc", stated: "a*", matches: false },
  { operator: "StringEquals", requested: "a*", stated: "a*", matches: true },
  { operator: "StringLike", requested: "abc", stated: "a*", matches: true },
  { operator: "StringLike", requested: "abc", stated: "a?c", matches: true },
  { operator: "StringLike", requested: "ABC", stated: "a*", matches: false },
  { operator: "StringLike", requested: "a*", stated: "abc", matches: false },
];

describe("a condition operator", () => {
  for (const { operator, requested, stated, matches } of cases) {
    it(`${operator}: '${requested}' ${matches ? "matches" : "does not match"} '${stated}'`, () => {
      expect(conditionOperators.get(operator)?.matches(requested, stated)).to.equal(matches);
    });
  }

  it("is known only under AWS's exact name", () => {
    expect([...conditionOperators.keys()]).to.deep.equal(["Bool", "StringEquals", "StringLike"]);
    expect(conditionOperators.get("stringequals")).to.equal(undefined);
  });
});

describe("a condition key", () => {
  for (const key of [
    "kms:ViaService",
    "KMS:VIASERVICE",
    "aws:PrincipalTag/team",
    "aws:principaltag/Team",
    "kms:EncryptionContext:aws:dynamodb:tableName",
  ]) {
    it(`${key} is filled in`, () => expect(supportedConditionKey(key)).to.equal(true));
  }
  for (const key of [
    "",
    "kms:Nothing",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalTag/",
    "kms:EncryptionContext:",
    "kms:ViaService ",
    "constructor",
    "__proto__",
  ]) {
    it(`'${key}' is not`, () => expect(supportedConditionKey(key)).to.equal(false));
  }
});
