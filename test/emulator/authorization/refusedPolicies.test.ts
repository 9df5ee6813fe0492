import { expect } from "chai";
import { parsePolicy, PolicyError, type PolicyKind } from "../../../emulator/authorization/policy.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const minimal = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" };

const refused: {
  name: string;
  statement: object;
  kind?: PolicyKind;
  reason: PolicyError["reason"];
  message: string | RegExp;
}[] = [
  {
    name: "an unknown element",
    statement: { ...minimal, Actions: "a" },
    reason: "syntax",
    message: /Unrecognized key: "Actions"/,
  },
  {
    name: "an element in another case",
    statement: { ...minimal, condition: {} },
    reason: "syntax",
    message: /Unrecognized key: "condition"/,
  },
  {
    name: "an unknown effect",
    statement: { ...minimal, Effect: "allow" },
    reason: "syntax",
    message: /Statement\[0\]\.Effect/,
  },
  { name: "no effect", statement: { Action: "*", Resource: "*" }, reason: "syntax", message: /Statement\[0\]\.Effect/ },
  {
    name: "a number as an action",
    statement: { ...minimal, Action: 1 },
    reason: "syntax",
    message: /Statement\[0\]\.Action/,
  },
  {
    name: "an action and what is not the action",
    statement: { ...minimal, NotAction: "a:b" },
    reason: "syntax",
    message: "Statement 0: Action and NotAction exclude each other.",
  },
  {
    name: "a resource and what is not the resource",
    statement: { ...minimal, NotResource: "*" },
    reason: "syntax",
    message: "Statement 0: Resource and NotResource exclude each other.",
  },
  {
    name: "every action but none",
    statement: { Effect: "Allow", NotAction: [], Resource: "*" },
    reason: "syntax",
    message: /at least one value.*Statement\[0\]\.NotAction/,
  },
  {
    name: "every resource but none",
    statement: { Effect: "Allow", Action: "*", NotResource: [] },
    reason: "syntax",
    message: /at least one value.*Statement\[0\]\.NotResource/,
  },
  {
    name: "a principal in an identity policy",
    statement: { ...minimal, Principal: "*" },
    reason: "syntax",
    message: "Statement 0: a policy of this kind (identity policy) has no element Principal.",
  },
  {
    name: "no principal in a key policy",
    statement: minimal,
    kind: "key policy",
    reason: "syntax",
    message: "Statement 0: a key policy needs the element Principal.",
  },
  {
    name: "no principal in a trust policy",
    statement: minimal,
    kind: "trust policy",
    reason: "syntax",
    message: "Statement 0: a trust policy needs the element Principal.",
  },
  {
    name: "a principal that names nobody",
    statement: { ...minimal, Principal: {} },
    kind: "key policy",
    reason: "syntax",
    message: "The element Principal names nobody.",
  },
  {
    name: "a principal of an unknown kind",
    statement: { ...minimal, Principal: { aws: "*" } },
    kind: "key policy",
    reason: "syntax",
    message: /Principal/,
  },
  {
    name: "a user that does not exist",
    statement: { ...minimal, Principal: { AWS: "arn:aws:iam::111122223333:user/Nobody" } },
    kind: "key policy",
    reason: "principal",
    message: "The principal 'arn:aws:iam::111122223333:user/Nobody' does not exist.",
  },
  ...[
    "arn:aws:iam::111122223333:user/*",
    "arn:aws:iam::111122223333:group/admins",
    "AIDAALICE",
    "11112222333",
    "111122223333:root",
    "arn:aws:iam::111122223333",
    "Alice",
    "a*",
    "",
  ].map((name) => ({
    name: `'${name}' as a principal`,
    statement: { ...minimal, Principal: { AWS: name } },
    kind: "key policy" as const,
    reason: "principal" as const,
    message: `The principal '${name}' does not exist.`,
  })),
  {
    name: "principals, and who is no principal",
    statement: { ...minimal, Principal: "*", NotPrincipal: { AWS: "*" } },
    kind: "key policy",
    reason: "syntax",
    message: "Statement 0: Principal and NotPrincipal exclude each other.",
  },
  {
    name: "NotPrincipal in an identity policy",
    statement: { ...minimal, NotPrincipal: { AWS: "*" } },
    reason: "syntax",
    message: "Statement 0: a policy of this kind (identity policy) has no element NotPrincipal.",
  },
  {
    name: "NotPrincipal in a trust policy",
    statement: { Effect: "Deny", Action: "sts:AssumeRole", NotPrincipal: { AWS: "*" } },
    kind: "trust policy",
    reason: "syntax",
    message: "Statement 0: a policy of this kind (trust policy) has no element NotPrincipal.",
  },
  {
    name: "NotPrincipal in a resource control policy",
    statement: { ...minimal, Effect: "Deny", NotPrincipal: { AWS: "*" } },
    kind: "resource control policy",
    reason: "syntax",
    message: "Statement 0: a policy of this kind (resource control policy) has no element NotPrincipal.",
  },
  {
    name: "NotPrincipal with Allow",
    statement: { ...minimal, NotPrincipal: { AWS: "*" } },
    kind: "key policy",
    reason: "syntax",
    message: "Statement 0: NotPrincipal takes the effect Deny, and no other.",
  },
  {
    name: "a condition operator that there is not",
    statement: { ...minimal, Sid: "Mine", Condition: { StringIs: { "aws:SourceIp": "10.0.0.0/8" } } },
    reason: "syntax",
    message: "Statement Mine: there is no condition operator 'StringIs'.",
  },
  {
    name: "a set operator that there is not",
    statement: { ...minimal, Condition: { "ForEachValue:StringEquals": { "kms:ViaService": "a" } } },
    reason: "syntax",
    message: "Statement 0: there is no condition operator 'ForEachValue:StringEquals'.",
  },
  {
    name: "a suffix that the operator does not take",
    statement: { ...minimal, Condition: { NullIfExists: { "aws:SourceIp": "true" } } },
    reason: "syntax",
    message: "Statement 0: there is no condition operator 'NullIfExists'.",
  },
  {
    name: "a condition key that no request carries",
    statement: { ...minimal, Condition: { Bool: { "aws:NoSuchKey": "true" } } },
    reason: "unsupported",
    message: "Statement 0: the condition key 'aws:NoSuchKey' is not evaluated yet.",
  },
  {
    name: "a condition without a value",
    statement: { ...minimal, Condition: { Bool: { "aws:SecureTransport": null } } },
    reason: "syntax",
    message: /aws:SecureTransport/,
  },
  {
    name: "a malformed variable in a resource",
    statement: { ...minimal, Resource: "arn:aws:s3:::${aws:username" },
    reason: "syntax",
    message: "Statement 0: the policy variable 'arn:aws:s3:::${aws:username' is malformed.",
  },
  {
    name: "a malformed variable in a condition",
    statement: { ...minimal, Condition: { StringEquals: { "aws:username": "${username}" } } },
    reason: "syntax",
    message: "Statement 0: the policy variable '${username}' is malformed.",
  },
];

describe("a policy is refused", () => {
  for (const { name, statement, kind, reason, message } of refused) {
    it(`with ${name}`, () => {
      const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
      expectRefusal(() => parsePolicy(text, kind ?? "identity policy"), reason, message);
    });
  }

  const documents: { name: string; text: string; reason: PolicyError["reason"]; message: string | RegExp }[] = [
    { name: "that is no JSON", text: "{", reason: "json", message: "The policy is not valid JSON." },
    { name: "that is empty", text: "", reason: "json", message: "The policy is not valid JSON." },
    { name: "that is a list", text: "[]", reason: "syntax", message: /expected object/ },
    { name: "that is null", text: "null", reason: "syntax", message: /expected object/ },
    { name: "without statements", text: '{"Version":"2012-10-17"}', reason: "syntax", message: /Statement/ },
    {
      name: "of an unknown version",
      text: '{"Version":"2012-10-18","Statement":[]}',
      reason: "syntax",
      message: /Version/,
    },
    {
      name: "with an unknown element",
      text: '{"Statement":[],"Statements":[]}',
      reason: "syntax",
      message: /Unrecognized key: "Statements"/,
    },
    { name: "nested without end", text: "[".repeat(200_000), reason: "json", message: "The policy is not valid JSON." },
    ...[
      '{"Statement":[],"__proto__":1}',
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"__proto__":{"a":"b"}}}}',
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"__proto__":"b"}}}}',
    ].map((text) => ({
      name: `with __proto__ in ${text}`,
      text,
      reason: "syntax" as const,
      message: "The policy has an unknown element '__proto__'.",
    })),
  ];
  for (const { name, text, reason, message } of documents) {
    it(name, () => expectRefusal(() => parsePolicy(text, "identity policy"), reason, message));
  }
});

function expectRefusal(act: () => unknown, reason: PolicyError["reason"], message: string | RegExp): void {
  const error = thrownBy(act, PolicyError);
  expect(error.reason).to.equal(reason);
  if (typeof message === "string") expect(error.message).to.equal(message);
  else expect(error.message).to.match(message);
}
