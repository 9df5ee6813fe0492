import type { PolicyDocument, Statement } from "../../infra/policies/policyDocument.ts";
import { boundaryPath, studentPath } from "./studentPath.ts";

/** Whom a boundary keeps where. */
export interface BoundaryOrder {
  readonly partition: string;
  readonly accountId: string;
  /** The only one in which anything can be made: `end` looks nowhere else. */
  readonly region: string;
  /** What all names of the sandbox begin with, before a hyphen. */
  readonly lease: string;
  /** The value of the tag `keylab:student`. */
  readonly pseudonym: string;
  /** When access ends, ISO 8601. */
  readonly until: string;
  /** Whether nobody of the sandbox may do anything. */
  readonly frozen: boolean;
}

/** The tag by which a key is known as a student's own. */
export const studentTag = "keylab:student";

/** The ARN of the permissions boundary of a sandbox. */
export function boundaryArn({ partition, accountId, lease }: Pick<BoundaryOrder, "partition" | "accountId" | "lease">) {
  return `arn:${partition}:iam::${accountId}:policy${boundaryPath}${lease}`;
}

/**
 * The most that the users and roles of a sandbox can ever do, whatever their own policies allow: everything with the tables, secrets,
 * buckets, functions, alarms, users and roles that bear the sandbox's name, and nothing with those of others; users and roles only under this same
 * boundary; nothing at all after the end.
 *
 * Of KMS it takes nothing away from the sandbox's own keys, so that a lesson's denial stays that of the key or of the identity policy. Own keys
 * are those with the student's tag. A key whose policy names a user of the sandbox needs no tag: what a key policy allows to an IAM user directly,
 * the absence of a permission in a boundary does not take away (IAM User Guide, "Permissions boundaries for IAM entities", "Resource-based policies").
 */
export function studentBoundary(order: BoundaryOrder): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [...ending(order), ...ownData(order), visibleNames, ...ownKeys(order), ...ownPeople(order)],
  };
}

function ending({ until, frozen }: BoundaryOrder): Statement[] {
  const nothing = { Effect: "Deny", Action: "*", Resource: "*" } as const;
  const ended: Statement = {
    Sid: "NothingAfterTheEnd",
    ...nothing,
    Condition: { DateGreaterThan: { "aws:CurrentTime": until } },
  };
  return frozen ? [{ Sid: "Frozen", ...nothing }, ended] : [ended];
}

function ownData({ partition, accountId, region, lease }: BoundaryOrder): Statement[] {
  const inAccount = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
  return [
    {
      Sid: "OwnData",
      Effect: "Allow",
      Action: ["dynamodb:*", "secretsmanager:*", "s3:*", "lambda:*", "logs:*", "cloudwatch:*", "events:*"],
      Resource: [
        inAccount("dynamodb", `table/${lease}-*`),
        inAccount("secretsmanager", `secret:${lease}-*`),
        `arn:${partition}:s3:::${lease}-*`,
        inAccount("lambda", `function:${lease}-*`),
        inAccount("logs", `log-group:/aws/lambda/${lease}-*`),
        inAccount("cloudwatch", `alarm:${lease}-*`),
        inAccount("events", `rule/${lease}-*`),
      ],
    },
  ];
}

/** What AWS shows as a whole or not at all. Source: Service Authorization Reference, actions without resource types. */
const visibleNames: Statement = {
  Sid: "NamesThatEverybodySees",
  Effect: "Allow",
  Action: [
    "dynamodb:DescribeLimits",
    "dynamodb:ListTables",
    "secretsmanager:GetRandomPassword",
    "secretsmanager:ListSecrets",
    "s3:ListAllMyBuckets",
    "kms:GenerateRandom",
    "kms:ListAliases",
    "kms:ListKeys",
    "iam:GetAccountSummary",
    "iam:ListAccountAliases",
    "iam:ListPolicies",
    "iam:ListRoles",
    "iam:ListUsers",
    "cloudwatch:DescribeAlarms",
    "cloudwatch:GetMetricData",
    "cloudwatch:ListMetrics",
    "lambda:ListFunctions",
  ],
  Resource: "*",
};

function ownKeys({ partition, accountId, region, lease, pseudonym }: BoundaryOrder): Statement[] {
  const keys = `arn:${partition}:kms:${region}:${accountId}:key/*`;
  return [
    {
      Sid: "NewKeys",
      Effect: "Allow",
      Action: "kms:CreateKey",
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestedRegion": region } },
    },
    {
      Sid: "OwnKeys",
      Effect: "Allow",
      Action: "kms:*",
      Resource: keys,
      Condition: { StringEquals: { [`aws:ResourceTag/${studentTag}`]: pseudonym } },
    },
    {
      Sid: "OwnAliases",
      Effect: "Allow",
      Action: ["kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias"],
      Resource: `arn:${partition}:kms:${region}:${accountId}:alias/${lease}-*`,
    },
    {
      Sid: "KeysOfServices",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: keys,
      Condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/aws/*" } },
    },
  ];
}

const underTheBoundary = [
  "iam:CreateUser",
  "iam:CreateRole",
  "iam:Attach*Policy",
  "iam:Detach*Policy",
  "iam:PutUser*",
  "iam:PutRole*",
  "iam:DeleteUserPolicy",
  "iam:DeleteRolePolicy",
];

const withPeople = [
  "iam:Get*",
  "iam:List*",
  "iam:Tag*",
  "iam:Untag*",
  "iam:DeleteUser",
  "iam:DeleteRole",
  "iam:*AccessKey",
  "iam:*LoginProfile",
  "iam:UpdateAssumeRolePolicy",
  "iam:PassRole",
  "sts:AssumeRole",
];

function ownPeople(order: BoundaryOrder): Statement[] {
  const { partition, accountId, lease } = order;
  // The console's wizard takes no path: a name of one's own is enough.
  const own = (kind: string) => [
    `arn:${partition}:iam::${accountId}:${kind}${studentPath(lease)}*`,
    `arn:${partition}:iam::${accountId}:${kind}/${lease}-*`,
  ];
  const people = [...own("user"), ...own("role")];
  const boundary = boundaryArn(order);
  return [
    {
      Sid: "OwnPeopleUnderThisBoundary",
      Effect: "Allow",
      Action: underTheBoundary,
      Resource: people,
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundary } },
    },
    {
      Sid: "OwnPeople",
      Effect: "Allow",
      Action: withPeople,
      Resource: people,
    },
    {
      Sid: "ReadPolicies",
      Effect: "Allow",
      Action: ["iam:GetPolicy*", "iam:ListPolicyVersions"],
      Resource: [boundary, `arn:${partition}:iam::aws:policy/*`],
    },
  ];
}
