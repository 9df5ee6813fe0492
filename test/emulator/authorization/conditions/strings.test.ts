import { negationOf, testOperator, type OperatorCases } from "./testOperator.ts";

const source = "IAM User Guide, String condition operators";

const equals: OperatorCases = {
  operator: "StringEquals",
  source,
  met: [
    ["a", "a"],
    ["a*", "a*"],
    ["ü", "ü"],
    ["", ""],
  ],
  unmet: [
    ["a", "A"],
    ["abc", "a*"],
    ["a", "a "],
    ["a", ""],
    ["", "a"],
  ],
};

const equalsIgnoreCase: OperatorCases = {
  operator: "StringEqualsIgnoreCase",
  source,
  met: [
    ["a", "a"],
    ["Alice", "ALICE"],
    ["É", "é"],
  ],
  unmet: [
    ["a", "b"],
    ["abc", "A*"],
    ["a", " a"],
  ],
};

const like: OperatorCases = {
  operator: "StringLike",
  source,
  met: [
    ["abc", "a*"],
    ["abc", "a?c"],
    ["abc", "abc"],
    ["abc", "*"],
    ["", "*"],
    ["a/b:c", "a*c"],
    ["abcabc", "*abc"],
    ["dynamodb.us-east-1.amazonaws.com", "dynamodb.*.amazonaws.com"],
  ],
  unmet: [
    ["ABC", "a*"],
    ["a*", "abc"],
    ["ac", "a?c"],
    ["xabc", "abc*"],
    ["", "?"],
    ["abc", ""],
    ["a.c", "a\\.c"],
  ],
};

describe("a condition on texts", () => {
  testOperator(equals);
  testOperator(negationOf("StringNotEquals", equals));
  testOperator(equalsIgnoreCase);
  testOperator(negationOf("StringNotEqualsIgnoreCase", equalsIgnoreCase));
  testOperator(like);
  testOperator(negationOf("StringNotLike", like));
});
