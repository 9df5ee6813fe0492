import { negationOf, testOperator, type OperatorCases } from "./testOperator.ts";

const role = "arn:aws:iam::111122223333:role/team/reader";

/** `ArnEquals` and `ArnLike` do the same. */
const like: OperatorCases = {
  operator: "ArnLike",
  source: "IAM User Guide, Amazon Resource Name (ARN) condition operators",
  met: [
    [role, role],
    [role, "arn:aws:iam::111122223333:role/*"],
    [role, "arn:*:iam::*:role/*/rea?er"],
    [role, "arn:aws:iam:*:111122223333:*"],
    [role, "*"],
    // Only the last part may have colons.
    ["arn:aws:logs:eu-west-1:111122223333:log-group:a:*", "arn:aws:logs:*:*:log-group:*"],
    ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-b", "arn:aws:secretsmanager:*:*:secret:a-?"],
  ],
  unmet: [
    [role, "arn:aws:iam::444455556666:role/team/reader"],
    [role, "arn:aws:iam::111122223333:role/Team/reader"],
    [role, "arn:aws:iam::111122223333:role/team"],
    // A wildcard does not reach over a colon.
    [role, "arn:aws:*:role/team/reader"],
    [role, "arn:aws:*"],
    [role, "arn*role/team/reader"],
    ["arn:aws:iam::111122223333:role/a", "arn:aws:iam:?:111122223333:role/a"],
    ["reader", "*"],
    ["reader", "reader"],
    ["", role],
  ],
};
const equals: OperatorCases = { ...like, operator: "ArnEquals" };

describe("a condition on ARNs", () => {
  testOperator(like);
  testOperator(equals);
  testOperator(negationOf("ArnNotLike", like));
  testOperator(negationOf("ArnNotEquals", equals));
});
