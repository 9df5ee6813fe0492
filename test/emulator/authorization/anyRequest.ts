import fc from "fast-check";
import type { AccessRequest, GrantFact, NamedPolicy } from "../../../emulator/authorization/accessRequest.ts";
import { conditionContext } from "../../../emulator/authorization/conditions/conditionContext.ts";
import { parsePolicy, type PolicyKind } from "../../../emulator/authorization/policy.ts";
import { account, arns, keyArn, otherAccount, principals, uniqueIdOf } from "./accessRequests.ts";

const tableArn = `arn:aws:dynamodb:us-east-1:${account}:table/t`;

/** Names and patterns, the first ones more often, so that about half of all statements are about a request. */
const actions = fc.oneof(
  { weight: 3, arbitrary: fc.constant("*") },
  fc.constantFrom("kms:*", "KMS:Decrypt", "kms:?ncrypt", "dynamodb:Get*", "sts:AssumeRole", "s3:*"),
);
const resources = fc.oneof(
  { weight: 3, arbitrary: fc.constant("*") },
  fc.constantFrom(keyArn, "arn:aws:kms:us-east-1:*:key/*", tableArn, "arn:aws:*:*:*:*/${aws:PrincipalTag/team}"),
);
const names = fc.constantFrom<string>(
  account,
  `arn:aws:iam::${otherAccount}:root`,
  arns.alice,
  arns.carol,
  arns.reader,
  arns.readerSession,
  arns.otherReader,
);
const principal = fc.oneof(
  fc.constant<unknown>("*"),
  fc.record<unknown>({ AWS: fc.array(names, { minLength: 1, maxLength: 4 }) }),
  fc.record<unknown>({ AWS: names, Service: fc.constant(["dynamodb.amazonaws.com"]) }),
);
const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constant<object | undefined>(undefined) },
  fc.constantFrom<object>(
    { StringEquals: { "aws:username": ["Alice", "Carol"] } },
    { StringNotEquals: { "aws:username": ["Bob", "Carol"] } },
    { Bool: { "aws:SecureTransport": "false" }, Null: { "aws:username": "true" } },
    { StringLikeIfExists: { "aws:PrincipalTag/team": ["${aws:username}*", "t?"] } },
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } },
    { "ForAnyValue:StringNotLike": { "aws:TagKeys": ["a*", "c"] } },
  ),
);

/** The element, or its contrary now and then. */
function oneOf<T>(name: string, values: fc.Arbitrary<T>): fc.Arbitrary<object> {
  const element = (key: string) => values.map((value) => ({ [key]: value }));
  return fc.oneof({ weight: 5, arbitrary: element(name) }, element(`Not${name}`));
}

type Effect = "Allow" | "Deny";

const several = (values: fc.Arbitrary<string>) => fc.array(values, { minLength: 1, maxLength: 3 });
const namingKinds: readonly PolicyKind[] = [
  "key policy",
  "trust policy",
  "resource policy",
  "resource control policy",
  "endpoint policy",
];

/** Whom a statement names, where its policy names principals: `NotPrincipal` only denies, and not in every kind. */
function naming(kind: PolicyKind, effect: Effect): fc.Arbitrary<object> {
  if (!namingKinds.includes(kind)) return fc.constant({});
  const mayExclude = effect === "Deny" && kind !== "trust policy" && kind !== "resource control policy";
  return mayExclude ? oneOf("Principal", principal) : fc.record({ Principal: principal });
}

/** A statement, as a policy of this kind may have it. */
export function anyStatement(kind: PolicyKind, Effect: Effect): fc.Arbitrary<object> {
  return fc
    .tuple(
      fc.record({ Effect: fc.constant(Effect), Condition: condition }),
      oneOf("Action", several(actions)),
      kind === "trust policy" ? fc.constant({}) : oneOf("Resource", several(resources)),
      naming(kind, Effect),
    )
    .map(([first, action, resource, whom]) => ({ ...first, ...action, ...resource, ...whom }));
}

/** A document of statements, read as a policy. */
export function policyOf(name: string, kind: PolicyKind, statements: readonly object[]): NamedPolicy {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return { name, policy: parsePolicy(text, kind, uniqueIdOf) };
}

function policy(name: string, kind: PolicyKind): fc.Arbitrary<NamedPolicy> {
  const statement = fc.oneof({ weight: 8, arbitrary: anyStatement(kind, "Allow") }, anyStatement(kind, "Deny"));
  const statements = fc.array(statement, { minLength: 1, maxLength: 3 });
  return statements.map((list) => policyOf(name, kind, list));
}

/** Policies of one layer, each with a name of its own. */
function policies(name: string, kind: PolicyKind, maxLength = 2): fc.Arbitrary<NamedPolicy[]> {
  const lists = fc.array(policy(name, kind), { maxLength });
  return lists.map((list) => list.map((one, index) => ({ ...one, name: `${name} ${index}` })));
}

function seldom<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, values);
}

const grant: fc.Arbitrary<GrantFact> = fc
  .record({
    whom: fc.constantFrom(
      { granteePrincipal: arns.alice, granteeId: "AIDAALICE" },
      { granteePrincipal: arns.reader, granteeId: "AROAREADER" },
      { granteePrincipal: `arn:aws:iam::${otherAccount}:root` },
      { granteePrincipal: principals.dynamodb.arn },
    ),
    operations: fc.constantFrom(["Decrypt"], ["Encrypt", "Decrypt"], ["Encrypt"]),
    encryptionContextSubset: fc.constantFrom(undefined, undefined, { table: "t" }),
  })
  .map(({ whom, ...rest }) => ({ grantId: "grant", ...whom, ...rest }));

const key = fc.record({
  action: fc.constantFrom("kms:Decrypt", "kms:Encrypt"),
  resource: fc.record({
    arn: fc.constant(keyArn),
    accountId: fc.constant<string>(account),
    policyIsRequired: fc.constant(true),
    policy: policy("key policy", "key policy"),
    grants: fc.array(grant, { maxLength: 2 }),
  }),
});
const role = fc.record({
  action: fc.constant("sts:AssumeRole"),
  resource: fc.record({
    arn: fc.constant<string>(arns.reader),
    accountId: fc.constant<string>(account),
    policyIsRequired: fc.constant(true),
    policy: policy("trust policy", "trust policy"),
  }),
});
const table = fc.record({
  action: fc.constantFrom("dynamodb:GetItem", "dynamodb:PutItem"),
  resource: fc.record({
    arn: fc.constant(tableArn),
    accountId: fc.constant<string>(account),
    policyIsRequired: fc.constant(false),
    policy: fc.option(policy("table policy", "resource policy"), { nil: undefined }),
  }),
});

const context = fc
  .record({
    "aws:username": fc.constantFrom("Alice", "Bob", undefined),
    "aws:SecureTransport": fc.boolean(),
    "aws:PrincipalTag/team": fc.constantFrom("t", "t1", undefined),
    "aws:TagKeys": fc.constantFrom(undefined, [], ["a"], ["a", "b"], ["c", "d"]),
  })
  .map((values) => conditionContext(values));

const controls = fc.record({
  service: fc.array(policies("scp", "service control policy"), { maxLength: 2 }),
  resource: fc.array(policies("rcp", "resource control policy"), { maxLength: 2 }),
});

/** Requests by everybody for keys, roles and tables, with every layer there or not. */
export const anyRequest: fc.Arbitrary<AccessRequest> = fc
  .record({
    principal: fc.constantFrom(...Object.values(principals)),
    asked: fc.oneof(key, role, table),
    context,
    policies: fc.record({
      identity: policies("identity", "identity policy"),
      boundary: seldom(policy("boundary", "identity policy")),
      session: seldom(policies("session", "identity policy")),
    }),
    controls: seldom(controls),
    endpointPolicy: seldom(policy("endpoint", "endpoint policy")),
    encryptionContext: fc.constantFrom<AccessRequest["encryptionContext"]>(
      undefined,
      { table: "t" },
      { table: "t", owner: "a" },
    ),
  })
  .map(({ asked, ...rest }) => ({ ...asked, ...rest, policies: policiesOf(rest) }));

/** A federated user always has a layer of session policies, be it an empty one. */
function policiesOf({ principal, policies: stated }: Pick<AccessRequest, "principal" | "policies">) {
  return principal.kind === "federated user" ? { ...stated, session: stated.session ?? [] } : stated;
}
