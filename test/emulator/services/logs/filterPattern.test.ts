import { expect } from "chai";
import fc from "fast-check";
import { AwsError } from "../../../../emulator/awsError.ts";
import { readFilterPattern } from "../../../../emulator/services/logs/filterPattern.ts";

/** The events of the tables of the CloudWatch Logs User Guide, "Filter and pattern syntax". */
const event = JSON.stringify({
  eventType: "UpdateTrail",
  sourceIPAddress: "111.111.111.111",
  arrayKey: ["value", "another value"],
  objectList: [
    { name: "a", id: 1 },
    { name: "b", id: 2 },
  ],
  SomeObject: null,
  ThisFlag: true,
  latency: 500,
  users: [1, 2, 3],
  account: "123456789012",
  errorMessage: "arn:aws:kms:us-east-1:123456789012:key/1 is pending deletion.",
});
const people = JSON.stringify({
  user: { id: 1, email: "John.Stiles@example.com" },
  users: [{ id: 2, email: "John.Doe@example.com" }],
  actions: ["GET", "PUT", "DELETE"],
  coordinates: [[0, 1, 2]],
});

const cases: { readonly pattern: string; readonly matching?: string[]; readonly other?: string[] }[] = [
  { pattern: "", matching: ["", "anything", event] },
  { pattern: "ERROR", matching: ["[ERROR] A fatal exception", "ERRORCODE: -1"], other: ["error", "WARN"] },
  { pattern: '"ERROR" - "Exiting"', matching: ["[ERROR] A"], other: ["Exiting with ERRORCODE: -1"] },
  { pattern: "ERROR Exception", matching: ["[ERROR] Unhandled Exception"], other: ["ERROR", "Exception"] },
  { pattern: "?ERROR ?WARN", matching: ["ERROR WARN message", "ERROR message", "WARN message"], other: ["message"] },
  { pattern: "ERROR -WARN", matching: ["ERROR message"], other: ["ERROR WARN message", "WARN message"] },
  { pattern: "message ?ERROR", matching: ["message"], other: ["ERROR"] },
  { pattern: '"a \\"quoted\\" word"', matching: ['this is a "quoted" word'], other: ["a quoted word"] },
  { pattern: '{ $.eventType = "UpdateTrail" }', matching: [event], other: ["UpdateTrail", "[]", "{}"] },
  { pattern: "{ $.eventType = UpdateT }", other: [event] },
  { pattern: "{ $.sourceIPAddress != 123.123.* }", matching: [event], other: ["{}"] },
  { pattern: "{ $.sourceIPAddress != 111.111.* }", other: [event] },
  { pattern: '{ $.arrayKey[0] = "value" }', matching: [event] },
  { pattern: '{ $.arrayKey[1] = "value" }', other: [event] },
  { pattern: "{ $.objectList[1].id = 2 }", matching: [event] },
  { pattern: "{ $.objectList[2].id != 2 }", other: [event] },
  { pattern: "{ $.SomeObject IS NULL }", matching: [event], other: ["{}", '{"SomeObject":{}}'] },
  { pattern: "{ $.SomeOtherObject NOT EXISTS }", matching: [event], other: ['{"SomeOtherObject":null}'] },
  { pattern: "{ $.ThisFlag IS TRUE }", matching: [event], other: ['{"ThisFlag":false}', '{"ThisFlag":"true"}'] },
  { pattern: "{ $.ThisFlag is false }", matching: ['{"ThisFlag":false}'], other: [event] },
  { pattern: "{ $.users = 1 }", other: [event] },
  { pattern: "{ $.users != 1 }", other: [event] },
  { pattern: "{ $.latency >= 500 && $.latency <= +500 }", matching: [event] },
  { pattern: "{ $.latency > 5e2 || $.latency < 10e-3 }", other: [event] },
  { pattern: "{ $.latency = 500.0 }", matching: [event] },
  { pattern: "{ $.account = 123456789012 }", matching: [event] },
  { pattern: "{ $.account > 1 }", other: [event] },
  { pattern: "{ $.latency = * }", matching: [event], other: ["{}"] },
  { pattern: '{ $.eventType = "Up*il" }', matching: ['{"eventType":"Up*il"}'], other: [event] },
  { pattern: '{ $.errorMessage = "* is pending deletion."}', matching: [event], other: ["{}"] },
  { pattern: '{ ($.errorMessage = "*pending*") && ($.eventType = *Trail) }', matching: [event] },
  { pattern: '{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }', matching: [people] },
  { pattern: '{ ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }', other: [people] },
  {
    pattern: '{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch && $.actions[2] = nomatch }',
    matching: [people],
  },
  {
    pattern:
      '{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch) && $.actions[2] = nomatch }',
    other: [people],
  },
];

const refused: { readonly pattern: string; readonly reason: string }[] = [
  { pattern: "a.b", reason: '"a.b" is not understood: a term with other characters' },
  { pattern: "{ $.a = 1", reason: "} is expected at its end" },
  { pattern: "{ a = 1 }", reason: "a selector such as $.eventName is expected" },
  { pattern: "{ $.a }", reason: "a comparison, IS TRUE, IS FALSE, IS NULL or NOT EXISTS is expected" },
  { pattern: "{ $.a IS SOMETHING }", reason: "a comparison, IS TRUE" },
  { pattern: "{ $.a = }", reason: "a value is expected" },
  { pattern: "{ $.a > b }", reason: "a number behind > is expected" },
  { pattern: '{ $.a > "1" }', reason: "a number behind > is expected" },
  { pattern: "{ ($.a = 1 }", reason: ") is expected" },
  { pattern: "{ $.a = 1 $.b = 2 }", reason: "&& or || is expected" },
  { pattern: '{ $.a = "1 }', reason: "is not understood" },
  { pattern: "[ip, user]", reason: "the embedded AWS does not carry space-delimited fields in patterns yet" },
  { pattern: "%ER+OR%", reason: "the embedded AWS does not carry regular expressions in patterns yet" },
  { pattern: "{ $.a = %ER+OR% }", reason: "the embedded AWS does not carry regular expressions" },
];

describe("A filter pattern", () => {
  for (const { pattern, matching = [], other = [] } of cases) {
    it(`${pattern || "without anything"} matches what it says, and nothing else`, () => {
      const matches = readFilterPattern(pattern);
      for (const message of matching) expect(matches(message), message).to.equal(true);
      for (const message of other) expect(matches(message), message).to.equal(false);
    });
  }

  for (const { pattern, reason } of refused) {
    it(`${pattern} is refused with a reason`, () => {
      expect(() => readFilterPattern(pattern))
        .to.throw(AwsError, `Invalid filter pattern ${pattern}: `)
        .with.property("message")
        .that.contains(reason);
    });
  }

  it("for a quoted text of JSON finds exactly that text, whatever is in it", () => {
    const text = fc.string().filter((value) => !value.startsWith("*") && !value.endsWith("*"));
    fc.assert(
      fc.property(text, text, (wanted, found) => {
        const matches = readFilterPattern(`{ $.a = "${wanted.replace(/["\\]/g, "\\$&")}" }`);
        expect(matches(JSON.stringify({ a: wanted }))).to.equal(true);
        expect(matches(JSON.stringify({ a: found }))).to.equal(found === wanted);
      }),
    );
  });

  it("for a quoted term finds every message with it, and only those", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (term, before, after) => {
        const matches = readFilterPattern(`"${term.replace(/["\\]/g, "\\$&")}"`);
        expect(matches(before + term + after)).to.equal(true);
        expect(matches(before)).to.equal(before.includes(term));
      }),
    );
  });

  it("binds && closer than ||, and reads parentheses first", () => {
    const condition = (name: string) => `$.${name} IS TRUE`;
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (a, b, c) => {
        const message = JSON.stringify({ a, b, c });
        const [A, B, C] = ["a", "b", "c"].map(condition);
        expect(readFilterPattern(`{ ${A} || ${B} && ${C} }`)(message)).to.equal(a || (b && c));
        expect(readFilterPattern(`{ (${A} || ${B}) && ${C} }`)(message)).to.equal((a || b) && c);
      }),
    );
  });

  it("is read or refused with a reason, whatever it is", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "(",
      ")",
      "$.a",
      "=",
      "!=",
      "&&",
      "||",
      '"',
      "IS",
      "NULL",
      "*",
      "1",
      "a",
      "-",
      "?",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.string(), (pieces, message) => {
        try {
          expect(readFilterPattern(pieces.join(" "))(message)).to.be.a("boolean");
        } catch (error) {
          expect(error).to.be.instanceOf(AwsError).with.property("code", "InvalidParameterException");
        }
      }),
    );
  });
});
