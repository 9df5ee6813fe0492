import { expect } from "chai";
import type { NamedPolicy } from "../../../emulator/authorization/accessRequest.ts";
import {
  canonicalUserId,
  matchPrincipal,
  type PrincipalMatch,
} from "../../../emulator/authorization/matchPrincipal.ts";
import { parsePolicy } from "../../../emulator/authorization/policy.ts";
import { account, arns, otherAccount, principals, uniqueIdOf } from "./accessRequests.ts";

type By = keyof typeof principals;

/** How a Deny of a resource's policy with this element names a caller. */
function matchOf(element: object, by: By, boundary?: NamedPolicy): PrincipalMatch {
  const text = JSON.stringify({ Statement: { Effect: "Deny", Action: "kms:*", Resource: "*", ...element } });
  const [statement] = parsePolicy(text, "key policy", uniqueIdOf).statements;
  if (!statement) throw new Error("The policy has no statement.");
  return matchPrincipal(statement, { principal: principals[by], policies: { identity: [], boundary } });
}

const own = { AWS: account };
const everyone: readonly By[] = [
  "alice",
  "reader",
  "root",
  "carol",
  "otherRoot",
  "dynamodb",
  "guest",
  "guestOfRoot",
  "visitor",
];

const membersOfAccount: Partial<Record<By, PrincipalMatch>> = {
  alice: "through the account",
  reader: "through the account",
  guest: "through the account",
  guestOfRoot: "through the account",
};

/** What `Principal` names; whoever is not listed is not named. */
const named: readonly (readonly [string, unknown, Partial<Record<By, PrincipalMatch>>])[] = [
  ["everyone", "*", Object.fromEntries(everyone.map((by) => [by, "in person"]))],
  ["an account", own, { root: "in person", ...membersOfAccount }],
  ["a user", { AWS: arns.alice }, { alice: "in person", guest: "as issuer" }],
  ["a federated user", { AWS: arns.guest }, { guest: "in person" }],
  ["a role", { AWS: arns.reader }, { reader: "as issuer" }],
  ["a session", { AWS: arns.readerSession }, { reader: "in person" }],
  ["a service", { Service: "dynamodb.amazonaws.com" }, { dynamodb: "in person" }],
  ["a service of a region", { Service: "dynamodb.us-east-1.amazonaws.com" }, { dynamodb: "in person" }],
  ["a service of another region", { Service: "dynamodb.eu-west-1.amazonaws.com" }, {}],
  ["another service", { Service: "lambda.amazonaws.com" }, {}],
  ["an identity provider", { Federated: principals.visitor.arn }, { visitor: "in person" }],
  ["another identity provider", { Federated: "cognito-identity.amazonaws.com" }, {}],
  [
    "an account by its canonical user id",
    { CanonicalUser: canonicalUserId(account) },
    { root: "in person", ...membersOfAccount },
  ],
  ["an unknown canonical user id", { CanonicalUser: "0".repeat(64) }, {}],
  [
    "a session, its role and its account, each: the strongest counts",
    { AWS: [account, arns.reader, arns.readerSession] },
    { ...membersOfAccount, reader: "in person", root: "in person" },
  ],
];

/** Whom `NotPrincipal` exempts; it names everybody else in person. */
const excluded: readonly (readonly [string, unknown, readonly By[]])[] = [
  ["an account", own, ["root"]],
  ["a user without the account", { AWS: arns.alice }, []],
  ["a user with the account", { AWS: [arns.alice, account] }, ["alice", "root"]],
  ["a user with another account", { AWS: [arns.alice, otherAccount] }, ["otherRoot"]],
  ["a session with the account, but not the role", { AWS: [arns.readerSession, account] }, ["root"]],
  ["a session with the role, but not the account", { AWS: [arns.readerSession, arns.reader] }, []],
  ["a role with the account, but not the session", { AWS: [arns.reader, account] }, ["root"]],
  ["a session with role and account", { AWS: [arns.readerSession, arns.reader, account] }, ["reader", "root"]],
  ["a service", { Service: "dynamodb.amazonaws.com" }, ["dynamodb"]],
  ["a federated user with the account, but not the user", { AWS: [arns.guest, account] }, ["root"]],
  ["a federated user with user and account", { AWS: [arns.guest, arns.alice, account] }, ["alice", "guest", "root"]],
  [
    "a federated user of the root user with the account",
    { AWS: [principals.guestOfRoot.arn, account] },
    ["guestOfRoot", "root"],
  ],
  ["an identity provider", { Federated: principals.visitor.arn }, ["visitor"]],
  [
    "everyone: users and sessions would have to be named with their account, too",
    "*",
    ["root", "otherRoot", "dynamodb", "visitor"],
  ],
];

describe("A statement that names", () => {
  for (const [whom, Principal, matches] of named) {
    it(whom, () => {
      for (const by of everyone) expect(matchOf({ Principal }, by), by).to.equal(matches[by] ?? "not at all");
    });
  }
});

describe("A statement with NotPrincipal that names", () => {
  for (const [whom, NotPrincipal, exempt] of excluded) {
    it(whom, () => {
      for (const by of everyone) {
        expect(matchOf({ NotPrincipal }, by), by).to.equal(exempt.includes(by) ? "not at all" : "in person");
      }
    });
  }
});

describe("A statement with NotPrincipal and a caller with a permissions boundary", () => {
  it("exempts nobody", () => {
    const text = JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } });
    const boundary = { name: "limits", policy: parsePolicy(text, "identity policy") };
    expect(matchOf({ NotPrincipal: { AWS: [arns.alice, account] } }, "alice")).to.equal("not at all");
    expect(matchOf({ NotPrincipal: { AWS: [arns.alice, account] } }, "alice", boundary)).to.equal("in person");
  });
});

describe("A canonical user id", () => {
  it("is 64 hexadecimal digits, always the same for an account and another for each", () => {
    expect(canonicalUserId(account)).to.match(/^[0-9a-f]{64}$/);
    expect(canonicalUserId(account)).to.equal(canonicalUserId(account));
    expect(canonicalUserId(account)).not.to.equal(canonicalUserId(otherAccount));
  });
});
