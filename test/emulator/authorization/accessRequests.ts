import type { AccessRequest, GrantFact } from "../../../emulator/authorization/accessRequest.ts";
import { conditionContext, type ConditionValues } from "../../../emulator/authorization/conditions/conditionContext.ts";
import { parsePolicy, type PolicyKind } from "../../../emulator/authorization/policy.ts";
import {
  rootUser,
  servicePrincipal,
  type FederatedUser,
  type IamUser,
  type Principal,
  type RoleSession,
  type RootUser,
} from "../../../emulator/principal.ts";

export const account = "111122223333";
export const otherAccount = "444455556666";
export const keyArn = `arn:aws:kms:us-east-1:${account}:key/k`;

const serviceLinkedRole = "AWSServiceRoleForDynamoDBReplication";

function user(accountId: string, name: string, id: string): IamUser {
  const arn = `arn:aws:iam::${accountId}:user/${name}`;
  return { kind: "user", accountId, arn, principalId: id, userName: name, tags: new Map() };
}

/** @param path of the role, with the slash at its end */
function session(accountId: string, roleName: string, roleId: string, sessionName: string, path = ""): RoleSession {
  return {
    kind: "role session",
    accountId,
    arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
    principalId: `${roleId}:${sessionName}`,
    roleArn: `arn:aws:iam::${accountId}:role/${path}${roleName}`,
    roleId,
    roleName,
    sessionName,
    issuedAt: new Date(0),
    tags: new Map(),
  };
}

const alice = user(account, "Alice", "AIDAALICE");

function federated(federatedBy: IamUser | RootUser, name: string): FederatedUser {
  return {
    kind: "federated user",
    accountId: account,
    arn: `arn:aws:sts::${account}:federated-user/${name}`,
    principalId: `${account}:${name}`,
    federatedBy,
    issuedAt: new Date(0),
    tags: new Map(),
    sessionPolicies: [],
  };
}

const provider = `arn:aws:iam::${account}:oidc-provider/idp.example.com`;

/** Who asks in the tables. */
export const principals = {
  alice,
  /** Has Alice's name, but was made after she was deleted. */
  newAlice: user(account, "Alice", "AIDAANOTHER"),
  bob: user(account, "Bob", "AIDABOB"),
  carol: user(otherAccount, "Carol", "AIDACAROL"),
  reader: session(account, "reader", "AROAREADER", "tests"),
  /** Another session of the same role. */
  nightly: session(account, "reader", "AROAREADER", "nightly"),
  /** A session of a role of the same name, made after the first was deleted. */
  newReader: session(account, "reader", "AROAANOTHER", "tests"),
  writer: session(account, "writer", "AROAWRITER", "tests"),
  otherReader: session(otherAccount, "reader", "AROAOTHER", "tests"),
  /** A service in the role that is linked to it. */
  serviceLinked: session(
    account,
    serviceLinkedRole,
    "AROALINKED",
    "tests",
    "aws-service-role/replication.dynamodb.amazonaws.com/",
  ),
  root: rootUser(account),
  otherRoot: rootUser(otherAccount),
  /** Alice federated him. */
  guest: federated(alice, "Guest"),
  guestOfRoot: federated(rootUser(account), "GuestOfRoot"),
  visitor: {
    kind: "web identity",
    accountId: account,
    arn: provider,
    principalId: `${provider}:lab:ada`,
    audience: "lab",
    subject: "ada",
    federation: { provider, claims: { "idp.example.com:aud": "lab", "idp.example.com:sub": "ada" } },
    tags: [],
    transitiveTagKeys: [],
  },
  dynamodb: servicePrincipal("dynamodb", "us-east-1", account),
  lambda: servicePrincipal("lambda", "us-east-1", account),
  /** A service that works for the other account. */
  otherCloudTrail: servicePrincipal("cloudtrail", "us-east-1", otherAccount),
} as const satisfies Record<string, Principal>;

export const arns = {
  alice: principals.alice.arn,
  bob: principals.bob.arn,
  carol: principals.carol.arn,
  reader: `arn:aws:iam::${account}:role/reader`,
  readerSession: principals.reader.arn,
  writer: `arn:aws:iam::${account}:role/writer`,
  guest: principals.guest.arn,
  otherReader: `arn:aws:iam::${otherAccount}:role/reader`,
  serviceLinked: principals.serviceLinked.roleArn,
} as const;

const uniqueIds: Readonly<Record<string, string>> = {
  [arns.alice]: "AIDAALICE",
  [arns.bob]: "AIDABOB",
  [arns.carol]: "AIDACAROL",
  [arns.reader]: "AROAREADER",
  [arns.writer]: "AROAWRITER",
  [arns.otherReader]: "AROAOTHER",
  [arns.serviceLinked]: "AROALINKED",
};

/** The unique id of a user or role of the tables. */
export function uniqueIdOf(arn: string): string | undefined {
  return uniqueIds[arn];
}

export type Statement = Readonly<Record<string, unknown>>;

/** A question as a table writes it: `kms:Decrypt` on the key of `account` unless told otherwise. */
export interface Question {
  readonly by: keyof typeof principals;
  readonly action?: string;
  /** The resource's own policy; a key has one always. */
  readonly policy?: readonly Statement[];
  readonly kind?: PolicyKind;
  /** Whether the resource has to be let in by its own policy: keys and roles do. */
  readonly policyIsRequired?: boolean;
  readonly identity?: readonly Statement[];
  readonly grants?: readonly Partial<GrantFact>[];
  readonly conditions?: ConditionValues;
  readonly encryptionContext?: Readonly<Record<string, string>>;
}

/** The request that the engine is asked. */
export function accessRequest(question: Question): AccessRequest {
  const {
    by,
    action = "kms:Decrypt",
    policy,
    kind = "key policy",
    policyIsRequired = true,
    identity,
    grants,
  } = question;
  return {
    principal: principals[by],
    action,
    resource: {
      arn: keyArn,
      accountId: account,
      policyIsRequired,
      policy: policy && { name: kind, policy: policyOf(policy, kind) },
      grants: grants?.map((grant, index) => ({
        grantId: `grant-${index}`,
        granteePrincipal: "",
        operations: ["Decrypt"],
        ...grant,
      })),
    },
    context: conditionContext(question.conditions ?? {}),
    policies: { identity: identity ? [{ name: "identity", policy: policyOf(identity, "identity policy") }] : [] },
    encryptionContext: question.encryptionContext,
  };
}

function policyOf(statements: readonly Statement[], kind: PolicyKind) {
  return parsePolicy(JSON.stringify({ Statement: statements }), kind, uniqueIdOf);
}
