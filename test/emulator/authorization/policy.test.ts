import { expect } from "chai";
import { parsePolicy, type PolicyKind } from "../../../emulator/authorization/policy.ts";

const alice = "arn:aws:iam::111122223333:user/team/Alice";
const resolve = (arn: string) => (arn === alice ? "AIDAALICE" : undefined);

function parse(statement: object, kind: PolicyKind = "identity policy") {
  return parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }), kind, resolve);
}

const minimal = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" };

describe("reading a policy", () => {
  it("keeps what was written, and makes it ready for comparison", () => {
    const text = JSON.stringify({
      Version: "2012-10-17",
      Id: "key-consolepolicy-3",
      Statement: [
        {
          Sid: "Allow use of the key",
          Effect: "Allow",
          Principal: { AWS: [alice, "111122223333"], Service: "dynamodb.amazonaws.com" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: { StringEquals: { "kms:ViaService": ["a", "b"] }, Bool: { "kms:GrantIsForAWSResource": true } },
        },
        { Effect: "Deny", Principal: "*", NotAction: "kms:List*", NotResource: ["arn:aws:kms:*:*:key/k"] },
      ],
    });
    const { statements, ...rest } = parsePolicy(text, "key policy", resolve);
    expect(rest).to.deep.equal({ kind: "key policy", text });
    expect(
      statements.map(({ conditions, ...statement }) => ({
        ...statement,
        conditions: conditions.map(({ operator, key, values }) => [operator.name, key, values]),
      })),
    ).to.deep.equal([
      {
        id: "Allow use of the key",
        effect: "Allow",
        principals: [
          { kind: "arn", arn: alice, uniqueId: "AIDAALICE" },
          { kind: "account", accountId: "111122223333" },
          { kind: "service", service: "dynamodb.amazonaws.com" },
        ],
        principalsAreExcluded: false,
        actions: { patterns: ["kms:decrypt", "kms:generatedatakey*"], negated: false },
        resources: { patterns: ["*"], negated: false },
        conditions: [
          ["StringEquals", "kms:viaservice", ["a", "b"]],
          ["Bool", "kms:grantisforawsresource", ["true"]],
        ],
      },
      {
        id: 1,
        effect: "Deny",
        principals: [{ kind: "everyone" }],
        principalsAreExcluded: false,
        actions: { patterns: ["kms:list*"], negated: true },
        resources: { patterns: ["arn:aws:kms:*:*:key/k"], negated: true },
        conditions: [],
      },
    ]);
  });

  const principals: { name: string; written: unknown; read: object[] }[] = [
    { name: "everybody", written: "*", read: [{ kind: "everyone" }] },
    { name: "everybody, under AWS", written: { AWS: "*" }, read: [{ kind: "everyone" }] },
    {
      name: "an account by its number",
      written: { AWS: "444455556666" },
      read: [{ kind: "account", accountId: "444455556666" }],
    },
    {
      name: "an account by its root user",
      written: { AWS: "arn:aws:iam::444455556666:root" },
      read: [{ kind: "account", accountId: "444455556666" }],
    },
    {
      name: "a user with a path",
      written: { AWS: [alice] },
      read: [{ kind: "arn", arn: alice, uniqueId: "AIDAALICE" }],
    },
    {
      name: "a session, which need not exist",
      written: { AWS: "arn:aws:sts::111122223333:assumed-role/reader/tests" },
      read: [{ kind: "arn", arn: "arn:aws:sts::111122223333:assumed-role/reader/tests" }],
    },
    {
      name: "a service",
      written: { Service: ["a.amazonaws.com"] },
      read: [{ kind: "service", service: "a.amazonaws.com" }],
    },
  ];
  for (const { name, written, read } of principals) {
    it(`takes ${name} as a principal`, () => {
      expect(parse({ ...minimal, Principal: written }, "key policy").statements[0]?.principals).to.deep.equal(read);
    });
  }

  it("takes a single statement without a list", () => {
    expect(parsePolicy(JSON.stringify({ Statement: minimal }), "identity policy").statements).to.have.length(1);
  });

  it("takes a statement without Action or Resource in a key policy as one without effect", () => {
    const [statement] = parse({ Effect: "Allow", Principal: "*" }, "key policy").statements;
    expect([statement?.actions, statement?.resources]).to.deep.equal([
      { patterns: [], negated: false },
      { patterns: [], negated: false },
    ]);
  });

  it("takes a trust policy to be about its role", () => {
    const [statement] = parse({ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }, "trust policy").statements;
    expect(statement?.resources).to.deep.equal({ patterns: ["*"], negated: false });
  });
});
