import { expect } from "chai";
import type { GrantFact } from "../../../emulator/authorization/accessRequest.ts";
import { decide } from "../../../emulator/authorization/decide.ts";
import { account, accessRequest, arns, otherAccount, type Question } from "./accessRequests.ts";

const toAlice = { granteePrincipal: arns.alice, granteeId: "AIDAALICE" };
const table = { "aws:dynamodb:tableName": "table", "aws:dynamodb:subscriberId": account };
const silent: Question = {
  by: "alice",
  policy: [{ Effect: "Allow", Principal: { AWS: arns.bob }, Action: "kms:*", Resource: "*" }],
};

const cases: { name: string; grant: Partial<GrantFact>; question?: Partial<Question>; allowed: boolean }[] = [
  { name: "its grantee", grant: toAlice, allowed: true },
  { name: "nobody else", grant: toAlice, question: { by: "bob", policy: [] }, allowed: false },
  { name: "no namesake of its grantee", grant: toAlice, question: { by: "newAlice" }, allowed: false },
  { name: "an operation that it lists", grant: { ...toAlice, operations: ["Encrypt", "Decrypt"] }, allowed: true },
  { name: "no operation that it does not list", grant: { ...toAlice, operations: ["Encrypt"] }, allowed: false },
  {
    name: "no operation whose name begins alike",
    grant: { ...toAlice, operations: ["GenerateDataKey"] },
    question: { action: "kms:GenerateDataKeyWithoutPlaintext" },
    allowed: false,
  },
  {
    name: "sessions of a role that is the grantee",
    grant: { granteePrincipal: arns.reader, granteeId: "AROAREADER" },
    question: { by: "reader" },
    allowed: true,
  },
  {
    name: "no session of the role's namesake",
    grant: { granteePrincipal: arns.reader, granteeId: "AROAREADER" },
    question: { by: "newReader" },
    allowed: false,
  },
  {
    name: "a session that is the grantee",
    grant: { granteePrincipal: arns.readerSession },
    question: { by: "reader" },
    allowed: true,
  },
  {
    name: "no other session",
    grant: { granteePrincipal: `${arns.readerSession}2` },
    question: { by: "reader" },
    allowed: false,
  },
  {
    name: "everybody of an account that is the grantee",
    grant: { granteePrincipal: `arn:aws:iam::${account}:root` },
    allowed: true,
  },
  {
    name: "the root user of an account that is the grantee",
    grant: { granteePrincipal: `arn:aws:iam::${account}:root` },
    question: { by: "root" },
    allowed: true,
  },
  {
    name: "nobody of another account",
    grant: { granteePrincipal: `arn:aws:iam::${otherAccount}:root` },
    allowed: false,
  },
  {
    name: "a user of another account who is the grantee",
    grant: { granteePrincipal: arns.carol, granteeId: "AIDACAROL" },
    question: { by: "carol" },
    allowed: true,
  },
  {
    name: "a context that equals its constraint",
    grant: { ...toAlice, encryptionContextEquals: table },
    question: { encryptionContext: table },
    allowed: true,
  },
  {
    name: "no context with more than its equality constraint",
    grant: { ...toAlice, encryptionContextEquals: table },
    question: { encryptionContext: { ...table, more: "a" } },
    allowed: false,
  },
  {
    name: "no context with less than its equality constraint",
    grant: { ...toAlice, encryptionContextEquals: table },
    question: { encryptionContext: { "aws:dynamodb:tableName": "table" } },
    allowed: false,
  },
  {
    name: "no missing context under an equality constraint",
    grant: { ...toAlice, encryptionContextEquals: table },
    allowed: false,
  },
  {
    name: "a context that has its subset constraint and more",
    grant: { ...toAlice, encryptionContextSubset: table },
    question: { encryptionContext: { ...table, more: "a" } },
    allowed: true,
  },
  {
    name: "no context with another value",
    grant: { ...toAlice, encryptionContextSubset: table },
    question: { encryptionContext: { ...table, "aws:dynamodb:tableName": "Table" } },
    allowed: false,
  },
  {
    name: "no context that only inherits a name",
    grant: { ...toAlice, encryptionContextSubset: { constructor: "a" } },
    question: { encryptionContext: {} },
    allowed: false,
  },
  {
    name: "DescribeKey under any constraint",
    grant: { ...toAlice, operations: ["DescribeKey"], encryptionContextEquals: table },
    question: { action: "kms:DescribeKey" },
    allowed: true,
  },
  {
    name: "RetireGrant under any constraint",
    grant: { ...toAlice, operations: ["RetireGrant"], encryptionContextSubset: table },
    question: { action: "kms:RetireGrant" },
    allowed: true,
  },
];

describe("a grant, whatever the key policy says, allows", () => {
  for (const { name, grant, question, allowed } of cases) {
    it(name, () => {
      const { result, layer, statement } = decide(
        accessRequest({ ...silent, ...question, grants: [{ operations: ["Nothing"] }, grant] }),
      );
      expect({ result, layer, statement }).to.deep.equal(
        allowed
          ? { result: "Allowed", layer: "grant", statement: { policy: "grant-1", statement: 0 } }
          : { result: "ImplicitlyDenied", layer: "key policy", statement: undefined },
      );
    });
  }
});
