import fc from "fast-check";
import type { AccessRequest, NamedPolicy } from "../../../emulator/authorization/accessRequest.ts";
import { parsePolicy, type PolicyKind } from "../../../emulator/authorization/policy.ts";
import { accessRequest, account, arns, keyArn, otherAccount, uniqueIdOf } from "./accessRequests.ts";

const effect = fc.constantFrom("Allow", "Allow", "Deny");
const action = fc.constantFrom("kms:*", "kms:Decrypt", "kms:Encrypt", "*", "s3:*");
const resource = fc.constantFrom("*", keyArn, "arn:aws:kms:us-east-1:*:key/*", "arn:aws:kms:*:*:key/other");
const condition = fc.constantFrom(
  undefined,
  undefined,
  { StringEquals: { "aws:username": "Alice" } },
  { Bool: { "aws:SecureTransport": "false" } },
  { StringLikeIfExists: { "aws:PrincipalTag/team": "${aws:username}*" } },
);
const principal = fc.constantFrom<unknown>(
  "*",
  { AWS: account },
  { AWS: otherAccount },
  { AWS: arns.alice },
  { AWS: arns.reader },
  { AWS: arns.readerSession },
  { Service: "dynamodb.amazonaws.com" },
);

function statements(kind: PolicyKind, namesPrincipals: boolean): fc.Arbitrary<object[]> {
  const shape = { Effect: effect, Action: action, Resource: resource, Condition: condition };
  const statement = namesPrincipals ? fc.record({ ...shape, Principal: principal }) : fc.record(shape);
  return fc.array<object>(statement, { maxLength: kind === "identity policy" ? 3 : 4 });
}

function policy(name: string, kind: PolicyKind, namesPrincipals = false): fc.Arbitrary<NamedPolicy> {
  return statements(kind, namesPrincipals).map((list) => ({
    name,
    policy: parsePolicy(JSON.stringify({ Version: "2012-10-17", Statement: list }), kind, uniqueIdOf),
  }));
}

const key = policy("key policy", "key policy", true);
const table = policy("table policy", "resource policy", true);
const service = fc.array(fc.array(policy("scp", "service control policy"), { minLength: 1, maxLength: 1 }), {
  maxLength: 2,
});
const rcp = policy("rcp", "resource control policy", true);
const controls = fc.record({ service, resource: fc.array(fc.tuple(rcp), { maxLength: 1 }) });

/** Requests by all kinds of callers, with every layer there or not: as many that are allowed as that are denied by each. */
export const anyRequest: fc.Arbitrary<AccessRequest> = fc
  .record({
    by: fc.constantFrom("alice", "bob", "carol", "reader", "otherReader", "root", "otherRoot", "dynamodb" as const),
    isKey: fc.boolean(),
    key,
    table: fc.option(table, { nil: undefined }),
    identity: fc.array(policy("identity", "identity policy"), { maxLength: 1 }),
    boundary: fc.option(policy("boundary", "identity policy"), { nil: undefined, freq: 2 }),
    session: fc.option(fc.tuple(policy("session", "identity policy")), { nil: undefined, freq: 2 }),
    endpointPolicy: fc.option(policy("endpoint", "endpoint policy", true), { nil: undefined, freq: 3 }),
    controls: fc.option(controls, { nil: undefined, freq: 2 }),
    username: fc.constantFrom("Alice", "Bob", undefined),
  })
  .map(({ by, isKey, key: keyPolicy, table: tablePolicy, username, identity, boundary, session, ...rest }) => {
    const conditions = { "aws:username": username, "aws:SecureTransport": false };
    const plain = accessRequest({ by, conditions, grants: isKey ? [] : undefined, policyIsRequired: isKey });
    const attached = isKey ? keyPolicy : tablePolicy;
    const resource = { ...plain.resource, policy: attached };
    return { ...plain, resource, policies: { identity, boundary, session }, ...rest };
  });
