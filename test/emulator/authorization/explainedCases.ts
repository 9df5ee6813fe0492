import type { AccessRequest, NamedPolicy } from "../../../emulator/authorization/accessRequest.ts";
import { parsePolicy, type PolicyKind } from "../../../emulator/authorization/policy.ts";
import { accessRequest, account, arns, uniqueIdOf, type Question } from "./accessRequests.ts";
import { allow, delegation, deny, may, mayNot, toAlice, toNobodyHere } from "./describeDecisions.ts";

interface ExplainedCase {
  readonly name: string;
  /** The golden file in `test/golden/explanations/`, without its ending. */
  readonly file: string;
  readonly request: AccessRequest;
}

function named(name: string, kind: PolicyKind, ...statements: readonly object[]): NamedPolicy {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return { name, policy: parsePolicy(text, kind, uniqueIdOf) };
}

/** The request is made when a test asks for it: policies are read in tests, not while files are loaded. */
function explained(
  name: string,
  file: string,
  question: Question,
  more: () => Partial<AccessRequest> = () => ({}),
): ExplainedCase {
  return {
    name,
    file,
    get request() {
      return { ...accessRequest(question), ...more() };
    },
  };
}

const identity = (...statements: readonly object[]) => [named("identity", "identity policy", ...statements)];
const onTable = { policyIsRequired: false, action: "dynamodb:GetItem" } as const;
const dynamoDb = may("DynamoDB", { Action: "dynamodb:*" });
const everybody = { Principal: "*" };

/** Typical questions, with everything there is to say of each. */
export const explainedCases: readonly ExplainedCase[] = [
  explained("an Allow by a key policy", "key-policy-allows", { by: "alice", policy: [toAlice] }),
  explained("a user who may use DynamoDB but not the key", "no-identity-policy-allows", {
    by: "alice",
    policy: [delegation],
    identity: [dynamoDb],
  }),
  explained("identity policies that the key policy makes powerless", "key-policy-does-not-delegate", {
    by: "alice",
    policy: [toNobodyHere],
    identity: [may("Keys")],
  }),
  explained("the root user, whom the key policy leaves out", "root-is-left-out", {
    by: "root",
    policy: [toNobodyHere],
  }),
  explained("an explicit deny of a key policy", "key-policy-denies", {
    by: "alice",
    policy: [delegation, toAlice, deny("Not Alice", { AWS: arns.alice })],
  }),
  explained("an explicit deny of an identity policy that is not all that is in the way", "identity-policy-denies", {
    by: "alice",
    policy: [delegation],
    identity: [mayNot("Stop"), mayNot("Encrypt", { Action: "kms:Encrypt" })],
  }),
  explained("a condition that is not met, and one whose key is missing", "conditions-are-not-met", {
    by: "alice",
    policy: [
      allow("Through DynamoDB", "*", {
        Condition: { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } },
      }),
      allow("From home", "*", { Condition: { IpAddress: { "aws:SourceIp": ["10.0.0.0/8"] } } }),
    ],
    conditions: { "aws:SourceIp": "192.0.2.1" },
  }),
  explained("a grant that allows", "grant-allows", {
    by: "alice",
    policy: [toNobodyHere],
    grants: [{ granteePrincipal: arns.alice, granteeId: "AIDAALICE" }],
  }),
  explained("a grant whose constraints are not met", "grant-is-constrained", {
    by: "alice",
    policy: [toNobodyHere],
    grants: [
      { granteePrincipal: arns.alice, granteeId: "AIDAALICE", encryptionContextEquals: { table: "t" } },
      { granteePrincipal: arns.bob, granteeId: "AIDABOB", operations: ["Encrypt"] },
    ],
    encryptionContext: { table: "another" },
  }),
  explained("a user of another account, whom only the key policy lets in", "cross-account", {
    by: "carol",
    policy: [allow("Carol", { AWS: arns.carol })],
  }),
  explained("a role that does not trust the caller", "trust-policy-does-not-allow", {
    by: "alice",
    action: "sts:AssumeRole",
    kind: "trust policy",
    policy: [{ Sid: "Bob", Effect: "Allow", Principal: { AWS: arns.bob }, Action: "sts:AssumeRole" }],
  }),
  explained("a boundary that does not allow", "boundary-does-not-allow", { by: "alice", ...onTable }, () => ({
    policies: { identity: identity(dynamoDb), boundary: named("limits", "identity policy", may("Keys")) },
  })),
  explained("a session policy that denies", "session-policy-denies", { by: "reader", ...onTable }, () => ({
    policies: {
      identity: identity(dynamoDb),
      session: [named("passed", "identity policy", mayNot("No", { Action: "*" }))],
    },
  })),
  explained(
    "a service control policy that does not allow, at one of two levels",
    "service-control-policy-does-not-allow",
    { by: "alice", ...onTable, identity: [dynamoDb] },
    () => ({
      controls: {
        service: [
          [named("everything", "service control policy", may("All", { Action: "*" }))],
          [named("keys", "service control policy", may("Keys"))],
        ],
        resource: [[named("everything", "resource control policy", { ...may("All", { Action: "*" }), ...everybody })]],
      },
    }),
  ),
  explained(
    "policy variables with and without a value",
    "policy-variables",
    { by: "alice", policyIsRequired: false, conditions: { "aws:username": "Alice" } },
    () => ({
      policies: {
        identity: identity(
          may("Own", { Resource: "arn:aws:kms:us-east-1:*:key/${aws:username}" }),
          may("Team", { Resource: undefined, NotResource: "arn:aws:kms:us-east-1:*:key/${aws:PrincipalTag/team}" }),
        ),
      },
    }),
  ),
  explained("a service that no policy lets in", "service-is-left-out", {
    by: "dynamodb",
    policy: [allow("Account", { AWS: account })],
  }),
];
