import { expect } from "chai";
import { isPublic } from "../../../emulator/authorization/isPublic.ts";
import { parsePolicy } from "../../../emulator/authorization/policy.ts";
import { account, arns, uniqueIdOf, type Statement } from "./accessRequests.ts";

const open: Statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const when = (key: string): Statement => ({ ...open, Condition: { StringEquals: { [key]: "x" } } });

const cases: readonly {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly expected: boolean;
}[] = [
  { name: "an Allow for everyone is public", statements: [open], expected: true },
  { name: "so is one for every AWS principal", statements: [{ ...open, Principal: { AWS: "*" } }], expected: true },
  { name: "one for an account is not", statements: [{ ...open, Principal: { AWS: account } }], expected: false },
  { name: "one for a user is not", statements: [{ ...open, Principal: { AWS: arns.alice } }], expected: false },
  { name: "a Deny for everyone is not", statements: [{ ...open, Effect: "Deny" }], expected: false },
  {
    name: "one statement of several makes a policy public",
    statements: [{ ...open, Effect: "Deny" }, open],
    expected: true,
  },
  { name: "a policy without statements is not", statements: [], expected: false },
  {
    name: "a condition that says nothing of who asks changes nothing",
    statements: [when("aws:UserAgent")],
    expected: true,
  },
  ...[
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIp",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:userid",
  ].map((key) => ({ name: `a condition on ${key} restricts it`, statements: [when(key)], expected: false })),
];

describe("Of the policies of resources,", () => {
  for (const { name, statements, expected } of cases) {
    it(name, () => {
      const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
      expect(isPublic(parsePolicy(text, "resource policy", uniqueIdOf))).to.equal(expected);
    });
  }
});
