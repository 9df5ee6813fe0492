import { negationOf, testOperator, type OperatorCases, type Pair } from "./testOperator.ts";

const source = "IAM User Guide, Numeric condition operators";

const refused: NonNullable<OperatorCases["refused"]> = [
  ["", "'' is no number"],
  ["ten", "'ten' is no number"],
  ["1,000", "'1,000' is no number"],
  ["0x10", "'0x10' is no number"],
  ["1 ", "'1 ' is no number"],
  [".", "'.' is no number"],
  ["Infinity", "'Infinity' is no number"],
  ["1e", "'1e' is no number"],
];
const accepted = ["0", "-1", "+1", "7.25", ".5", "5.", "1e3", "1E-3"];

const less: readonly Pair[] = [
  ["9", "10"],
  ["-2", "-1"],
  ["1.4", "1.5"],
];
const same: readonly Pair[] = [
  ["10", "10"],
  ["10.0", "10"],
  ["1e1", "10"],
  ["+10", "10"],
  ["-0", "0"],
];
const greater: readonly Pair[] = [
  ["10", "9"],
  ["100", "20"],
  ["1.6", "1.5"],
];
/** What is no number compares with nothing. */
const incomparable: readonly Pair[] = [
  ["many", "1"],
  ["", "0"],
  ["1", "many"],
];
const withWrong = [...refused, ["many", "'many' is no number"]] as const;

function cases(operator: string, met: readonly Pair[], unmet: readonly Pair[]): OperatorCases {
  return { operator, source, met, unmet: [...unmet, ...incomparable], accepted, refused: withWrong };
}

const equals = cases("NumericEquals", same, [...less, ...greater]);

describe("a condition on numbers", () => {
  testOperator(equals);
  testOperator(negationOf("NumericNotEquals", equals));
  testOperator(cases("NumericLessThan", less, [...same, ...greater]));
  testOperator(cases("NumericLessThanEquals", [...less, ...same], greater));
  testOperator(cases("NumericGreaterThan", greater, [...same, ...less]));
  testOperator(cases("NumericGreaterThanEquals", [...greater, ...same], less));
});
