import { expect } from "chai";
import { sameJson, samePolicy } from "../../../provider/aws/policy.ts";

const statement = {
  Sid: "a",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:root" },
  Action: "kms:*",
  Resource: "*",
};
const policy = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

describe("policy documents mean the same", () => {
  const same: [string, string, string][] = [
    ["with other white space", policy(statement), JSON.stringify(JSON.parse(policy(statement)), null, 4)],
    [
      "with their keys in another order",
      policy(statement),
      JSON.stringify({
        Statement: [{ Resource: "*", Action: "kms:*", Principal: statement.Principal, Effect: "Allow", Sid: "a" }],
        Version: "2012-10-17",
      }),
    ],
    [
      "with a single value in a list",
      policy(statement),
      policy({ ...statement, Action: ["kms:*"], Resource: ["*"], Principal: { AWS: [statement.Principal.AWS] } }),
    ],
    [
      "with a single statement outside of a list",
      policy(statement),
      JSON.stringify({ Version: "2012-10-17", Statement: statement }),
    ],
    [
      "with actions in another order",
      policy({ ...statement, Action: ["kms:A", "kms:B"] }),
      policy({ ...statement, Action: ["kms:B", "kms:A"] }),
    ],
    [
      "with an action named twice",
      policy({ ...statement, Action: ["kms:A", "kms:A"] }),
      policy({ ...statement, Action: "kms:A" }),
    ],
    [
      "with principals in another order",
      policy({ ...statement, Principal: { AWS: ["a", "b"], Service: "s" } }),
      policy({ ...statement, Principal: { Service: ["s"], AWS: ["b", "a"] } }),
    ],
    [
      "with statements in another order",
      policy(statement, { ...statement, Sid: "b" }),
      policy({ ...statement, Sid: "b" }, statement),
    ],
    [
      "with the account's number for its root user",
      policy(statement),
      policy({ ...statement, Principal: { AWS: "111122223333" } }),
    ],
    [
      "with a condition's value as text",
      policy({ ...statement, Condition: { Bool: { k: true } } }),
      policy({ ...statement, Condition: { Bool: { k: ["true"] } } }),
    ],
  ];
  for (const [how, one, other] of same) {
    it(how, () => {
      expect(samePolicy(one, other)).to.equal(true);
      expect(samePolicy(other, one)).to.equal(true);
    });
  }
});

describe("policy documents do not mean the same", () => {
  const different: [string, unknown, unknown][] = [
    ["with another action", policy(statement), policy({ ...statement, Action: "kms:Decrypt" })],
    ["with one action more", policy(statement), policy({ ...statement, Action: ["kms:*", "s3:*"] })],
    ["with another effect", policy(statement), policy({ ...statement, Effect: "Deny" })],
    ["with another Sid", policy(statement), policy({ ...statement, Sid: "b" })],
    ["with one statement more", policy(statement), policy(statement, statement)],
    [
      "with another principal",
      policy(statement),
      policy({ ...statement, Principal: { AWS: "arn:aws:iam::111122223333:user/u" } }),
    ],
    [
      "with everybody for every AWS principal",
      policy({ ...statement, Principal: "*" }),
      policy({ ...statement, Principal: { AWS: "*" } }),
    ],
    [
      "with the principal under another type",
      policy({ ...statement, Principal: { AWS: "x" } }),
      policy({ ...statement, Principal: { Service: "x" } }),
    ],
    ["with NotAction for Action", policy(statement), policy({ ...statement, Action: undefined, NotAction: "kms:*" })],
    ["with a condition", policy(statement), policy({ ...statement, Condition: { Bool: { k: "true" } } })],
    ["with another version", policy(statement), policy(statement).replace("2012", "2008")],
    ["when one is none", policy(statement), undefined],
    ["when neither is a document", "no JSON", "no JSON"],
  ];
  for (const [how, one, other] of different) {
    it(how, () => {
      expect(samePolicy(one, other)).to.equal(false);
      expect(samePolicy(other, one)).to.equal(false);
    });
  }
});

describe("JSON texts", () => {
  it("hold the same in another order and layout", () => {
    expect(sameJson('{"a": {"S": "1"}, "b": {"N": "2"}}', '{"b":{"N":"2"},"a":{"S":"1"}}')).to.equal(true);
  });

  it("do not hold the same with another value, or in a list of another order", () => {
    expect(sameJson('{"a":{"S":"1"}}', '{"a":{"S":"2"}}')).to.equal(false);
    expect(sameJson('{"L":["a","b"]}', '{"L":["b","a"]}')).to.equal(false);
  });
});
