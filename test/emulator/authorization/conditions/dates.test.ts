import { negationOf, testOperator, type OperatorCases, type Pair } from "./testOperator.ts";

const source = "IAM User Guide, Date condition operators; W3C note Date and Time Formats";

const wrong = [
  "",
  "tomorrow",
  "01/02/2026",
  "2026-1-2",
  "2026-13",
  "2026-02-30",
  "2026-02-30T00:00:00Z",
  "2026-01-01T00:00:00",
  "2026-01-01T25:00Z",
  "2026-01-01 00:00Z",
  "20260101T000000Z",
  "1.5.1",
];
const refused = wrong.map(
  (stated) => [stated, `'${stated}' is neither a date of ISO 8601 nor a number of seconds since 1970`] as const,
);
const accepted = [
  "2026",
  "2026-01",
  "2026-01-31",
  "2024-02-29",
  "2026-01-01T00:00Z",
  "2026-01-01T00:00:00Z",
  "2026-01-01T00:00:00.5Z",
  "2026-01-01T00:00:00+05:30",
  "0",
  "-1",
  "1767225600",
  "1767225600.5",
];

const before: readonly Pair[] = [
  ["2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z"],
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.001Z"],
  ["2026-01-01T00:00:00+01:00", "2026-01-01T00:00:00Z"],
  ["1767225599", "2026"],
  ["2026-01-01T00:00:00Z", "2026-02"],
  // Four digits are a year, five are seconds since 1970.
  ["20260", "2026"],
];
const same: readonly Pair[] = [
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"],
  ["2026-01-01T00:00:00Z", "2026"],
  ["2026-01-01T00:00:00.000Z", "2026-01"],
  ["2026-01-01T00:00:00Z", "2026-01-01"],
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00Z"],
  ["2026-01-01T00:00:00Z", "2025-12-31T19:00:00-05:00"],
  ["2026-01-01T00:00:00Z", "1767225600"],
  ["1767225600", "2026-01-01"],
];
const after = before.map(([left, right]) => [right, left] as const);
/** What is no date compares with nothing. */
const incomparable: readonly Pair[] = [
  ["tomorrow", "2026"],
  ["2026", "tomorrow"],
  ["2026-02-30", "2026-03-02"],
];

function cases(operator: string, met: readonly Pair[], unmet: readonly Pair[]): OperatorCases {
  return { operator, source, met, unmet: [...unmet, ...incomparable], accepted, refused };
}

const equals = cases("DateEquals", same, [...before, ...after]);

describe("a condition on points in time", () => {
  testOperator(equals);
  testOperator(negationOf("DateNotEquals", equals));
  testOperator(cases("DateLessThan", before, [...same, ...after]));
  testOperator(cases("DateLessThanEquals", [...before, ...same], after));
  testOperator(cases("DateGreaterThan", after, [...same, ...before]));
  testOperator(cases("DateGreaterThanEquals", [...after, ...same], before));
});
