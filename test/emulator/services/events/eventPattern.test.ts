import { expect } from "chai";
import fc from "fast-check";
import { AwsError } from "../../../../emulator/awsError.ts";
import { readEventPattern } from "../../../../emulator/services/events/eventPattern.ts";

const event = {
  "detail-type": "EC2 Instance State-change Notification",
  source: "aws.ec2",
  time: "2017-10-02T18:43:48Z",
  resources: ["arn:aws:ec2:us-east-1:123456789012:instance/i-1", "arn:aws:ec2:us-east-1:123456789012:instance/i-2"],
  detail: {
    state: "running",
    "c-count": 4,
    "x-limit": 301.8,
    sourceIPAddress: "10.0.0.123",
    FileName: "Photo.PNG",
    empty: "",
    nothing: null,
    flag: true,
    people: [
      { name: "Ann", town: "Bern" },
      { name: "Bob", town: "Wien" },
    ],
    path: "dir/a*b/file.txt",
  },
};

/** Patterns of the EventBridge User Guide, "Comparison operators for use in event patterns", and what follows from it. */
const cases: { readonly pattern: object; readonly matches: boolean }[] = [
  { pattern: { source: ["aws.ec2"] }, matches: true },
  { pattern: { source: ["aws.ec2", "aws.s3"] }, matches: true },
  { pattern: { source: ["aws.s3"] }, matches: false },
  { pattern: { source: ["AWS.EC2"] }, matches: false },
  { pattern: { source: ["aws.ec2"], detail: { state: ["stopped"] } }, matches: false },
  { pattern: { missing: ["x"] }, matches: false },
  { pattern: { resources: ["arn:aws:ec2:us-east-1:123456789012:instance/i-2"] }, matches: true },
  { pattern: { resources: [{ suffix: "/i-3" }] }, matches: false },
  { pattern: { time: [{ prefix: "2017-10-02" }] }, matches: true },
  { pattern: { time: [{ prefix: "2018" }] }, matches: false },
  { pattern: { detail: { FileName: [{ suffix: ".PNG" }] } }, matches: true },
  { pattern: { detail: { FileName: [{ suffix: ".png" }] } }, matches: false },
  { pattern: { detail: { FileName: [{ suffix: { "equals-ignore-case": ".png" } }] } }, matches: true },
  { pattern: { detail: { FileName: [{ prefix: { "equals-ignore-case": "photo" } }] } }, matches: true },
  { pattern: { detail: { FileName: [{ "equals-ignore-case": "pHOTO.png" }] } }, matches: true },
  { pattern: { detail: { state: [{ "anything-but": "initializing" }] } }, matches: true },
  { pattern: { detail: { state: [{ "anything-but": ["stopped", "running"] }] } }, matches: false },
  { pattern: { detail: { "c-count": [{ "anything-but": [100, 200] }] } }, matches: true },
  { pattern: { detail: { "c-count": [{ "anything-but": 4 }] } }, matches: false },
  { pattern: { detail: { missing: [{ "anything-but": "x" }] } }, matches: false },
  { pattern: { detail: { state: [{ "anything-but": { prefix: "init" } }] } }, matches: true },
  { pattern: { detail: { state: [{ "anything-but": { prefix: ["stop", "run"] } }] } }, matches: false },
  { pattern: { detail: { FileName: [{ "anything-but": { suffix: ".PNG" } }] } }, matches: false },
  { pattern: { detail: { path: [{ "anything-but": { wildcard: "*/lib/*" } }] } }, matches: true },
  { pattern: { detail: { state: [{ "anything-but": { "equals-ignore-case": "RUNNING" } }] } }, matches: false },
  { pattern: { detail: { "c-count": [{ numeric: [">", 0, "<=", 5] }] } }, matches: true },
  { pattern: { detail: { "c-count": [{ numeric: ["<", 4] }] } }, matches: false },
  { pattern: { detail: { "x-limit": [{ numeric: ["=", 3.018e2] }] } }, matches: true },
  { pattern: { detail: { state: [{ numeric: ["=", 1] }] } }, matches: false },
  { pattern: { detail: { sourceIPAddress: [{ cidr: "10.0.0.0/24" }] } }, matches: true },
  { pattern: { detail: { sourceIPAddress: [{ cidr: "10.0.1.0/24" }] } }, matches: false },
  { pattern: { detail: { state: [{ exists: true }] } }, matches: true },
  { pattern: { detail: { missing: [{ exists: true }] } }, matches: false },
  { pattern: { detail: { missing: [{ exists: false }] } }, matches: true },
  { pattern: { detail: { state: [{ exists: false }] } }, matches: false },
  { pattern: { detail: [{ exists: true }] }, matches: false },
  { pattern: { detail: [{ exists: false }] }, matches: true },
  { pattern: { missing: { deeper: [{ exists: false }] } }, matches: true },
  { pattern: { detail: { empty: [""] } }, matches: true },
  { pattern: { detail: { state: [""] } }, matches: false },
  { pattern: { detail: { nothing: [null] } }, matches: true },
  { pattern: { detail: { empty: [null] } }, matches: false },
  { pattern: { detail: { flag: [true] } }, matches: true },
  { pattern: { detail: { people: { name: ["Bob"], town: ["Wien"] } } }, matches: true },
  { pattern: { detail: { people: { name: ["Bob"], town: ["Bern"] } } }, matches: false },
  { pattern: { detail: { path: [{ wildcard: "dir/*/file.*" }] } }, matches: true },
  { pattern: { detail: { path: [{ wildcard: "dir/a\\*b/*" }] } }, matches: true },
  { pattern: { detail: { FileName: [{ wildcard: "Photo\\*" }] } }, matches: false },
  { pattern: { detail: { FileName: [{ wildcard: "Photo.PN" }] } }, matches: false },
  { pattern: { $or: [{ source: ["aws.s3"] }, { detail: { state: ["running"] } }] }, matches: true },
  { pattern: { $or: [{ source: ["aws.s3"] }, { detail: { state: ["stopped"] } }] }, matches: false },
  { pattern: { source: ["aws.s3"], detail: { $or: [{ flag: [true] }, { state: ["x"] }] } }, matches: false },
  { pattern: { detail: { $or: [{ "c-count": [{ numeric: [">", 9] }] }, { flag: [true] }] } }, matches: true },
];

const refused: { readonly pattern: string; readonly reason: string }[] = [
  { pattern: "{", reason: "Filter is not valid JSON" },
  { pattern: "[]", reason: "Filter is not an object" },
  { pattern: "{}", reason: "Filter is not an object" },
  { pattern: '{"source":"aws.kms"}', reason: '"source" must be an object or an array' },
  { pattern: '{"detail":{"a":1}}', reason: '"detail.a" must be an object or an array' },
  { pattern: '{"source":[]}', reason: 'Empty arrays are not allowed: "source"' },
  { pattern: '{"detail":{}}', reason: 'Empty objects are not allowed: "detail"' },
  { pattern: '{"source":[["a"]]}', reason: 'Arrays within arrays are not allowed: "source"' },
  { pattern: '{"source":[{"contains":"a"}]}', reason: 'Unrecognized match type contains: "source"' },
  { pattern: '{"source":[{}]}', reason: 'Only one key allowed in match expression: "source"' },
  { pattern: '{"a":[{"prefix":"a","suffix":"b"}]}', reason: 'Only one key allowed in match expression: "a"' },
  { pattern: '{"a":[{"prefix":1}]}', reason: 'prefix match pattern must be a string: "a"' },
  { pattern: '{"a":[{"prefix":{"suffix":"b"}}]}', reason: 'prefix takes equals-ignore-case alone: "a"' },
  { pattern: '{"a":[{"exists":"yes"}]}', reason: 'exists match pattern must be either true or false: "a"' },
  { pattern: '{"a":[{"anything-but":[]}]}', reason: 'Empty arrays are not allowed: "a"' },
  { pattern: '{"a":[{"anything-but":{"numeric":["=",1]}}]}', reason: 'Unsupported anything-but pattern: "a"' },
  {
    pattern: '{"a":[{"numeric":[">"]}]}',
    reason: 'Value of numeric must be an array of one or two comparisons: "a"',
  },
  { pattern: '{"a":[{"numeric":["!",1]}]}', reason: "Unrecognized numeric range operator: !" },
  { pattern: '{"a":[{"numeric":[">","1"]}]}', reason: 'Value of > must be numeric: "a"' },
  { pattern: '{"a":[{"cidr":"10.0.0.0/33"}]}', reason: 'Malformed CIDR: "a"' },
  { pattern: '{"a":[{"wildcard":"a**b"}]}', reason: 'Consecutive wildcard characters are not allowed: "a"' },
  { pattern: '{"a":[{"wildcard":"a\\\\b"}]}', reason: 'Invalid escape character in wildcard: "a"' },
  { pattern: '{"$or":[{"a":["b"]}]}', reason: "There must be at least 2 Objects in $or relationship" },
];

describe("An event pattern", () => {
  for (const { pattern, matches } of cases) {
    it(`${JSON.stringify(pattern)} ${matches ? "matches" : "does not match"}`, () => {
      expect(readEventPattern(JSON.stringify(pattern))(event)).to.equal(matches);
    });
  }

  for (const { pattern, reason } of refused) {
    it(`${pattern} is refused: ${reason}`, () => {
      expect(() => readEventPattern(pattern))
        .to.throw(AwsError, `Event pattern is not valid. Reason: ${reason}`)
        .with.property("code", "InvalidEventPatternException");
    });
  }

  const matches = (filter: unknown, value: unknown) =>
    readEventPattern(JSON.stringify({ a: [filter] }))(JSON.parse(JSON.stringify({ a: value })));

  it("of one value finds that value, and anything-but finds all others", () => {
    const scalar = fc.oneof(fc.string(), fc.integer());
    fc.assert(
      fc.property(scalar, scalar, (stated, value) => {
        expect(matches(stated, value)).to.equal(stated === value);
        expect(matches({ "anything-but": stated }, value)).to.equal(stated !== value);
      }),
    );
  });

  it("finds beginnings, ends and what lies around asterisks as texts have them", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "b", "*", "\\"), maxLength: 6 });
    const escape = (text: string) => text.replace(/[*\\]/g, "\\$&");
    fc.assert(
      fc.property(short, short, short, (one, other, value) => {
        expect(matches({ prefix: one }, value)).to.equal(value.startsWith(one));
        expect(matches({ suffix: one }, value)).to.equal(value.endsWith(one));
        expect(matches({ wildcard: escape(one) }, value)).to.equal(value === one);
        const around = value.length >= one.length + other.length && value.startsWith(one) && value.endsWith(other);
        expect(matches({ wildcard: `${escape(one)}*${escape(other)}` }, value)).to.equal(around);
        expect(matches({ wildcard: `*${escape(`${one}x`)}*` }, `${value}${one}x${other}`)).to.equal(true);
      }),
    );
  });

  it("of a list is that of any of its entries, for any value of an array", () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(values, values, (stated, found) => {
        const pattern = readEventPattern(JSON.stringify({ a: stated }));
        expect(pattern({ a: found })).to.equal(found.some((value) => stated.includes(value)));
      }),
    );
  });
});
