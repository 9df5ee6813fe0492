import { accountStatement } from "./accountStatement.ts";
import type { OneOrMany, PolicyDocument, Statement } from "./policyDocument.ts";

/** Who is named in a console key policy, and for which kind of key. */
export interface ConsoleKeyPolicyArgs {
  /** The root ARN of the key's account. */
  readonly accountRoot: string;
  /** Whether the first statement stands, by which the account's IAM policies decide as well. Default: true. */
  readonly delegatesToAccount?: boolean;
  /** ARNs of the IAM users and roles that manage the key. At least one. */
  readonly administrators: readonly string[];
  /** Whether administrators may schedule the key's deletion and cancel it. */
  readonly administratorsMayDelete: boolean;
  /** ARNs of the IAM users, roles and accounts that use the key; none leaves out both statements for key users. */
  readonly users: readonly string[];
  /** What key users do with the key. */
  readonly use: KeyUse;
}

/** What a key is for; the console lists the actions of key users accordingly. */
export type KeyUse = "symmetric encryption" | "asymmetric encryption" | "signing" | "message authentication";

const administration = [
  "kms:Create*",
  "kms:Describe*",
  "kms:Enable*",
  "kms:List*",
  "kms:Put*",
  "kms:Update*",
  "kms:Revoke*",
  "kms:Disable*",
  "kms:Get*",
  "kms:Delete*",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:ScheduleKeyDeletion",
  "kms:CancelKeyDeletion",
  "kms:RotateKeyOnDemand",
];

const deletion = ["kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"];

const cryptography: Readonly<Record<KeyUse, readonly string[]>> = {
  "symmetric encryption": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
  "asymmetric encryption": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:DescribeKey", "kms:GetPublicKey"],
  signing: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:Verify"],
  "message authentication": ["kms:DescribeKey", "kms:GenerateMac", "kms:VerifyMac"],
};

/**
 * The key policy that the create-key wizard of the KMS console writes, with its ids and the order of its actions.
 * Source: KMS Developer Guide, "Default key policy", section on the console.
 */
export function consoleKeyPolicy(args: ConsoleKeyPolicyArgs): PolicyDocument {
  return {
    Version: "2012-10-17",
    Id: "key-consolepolicy-3",
    Statement: [
      ...(args.delegatesToAccount === false ? [] : [accountStatement(args.accountRoot)]),
      administratorStatement(args),
      ...userStatements(args),
    ],
  };
}

function administratorStatement({ administrators, administratorsMayDelete }: ConsoleKeyPolicyArgs): Statement {
  return {
    Sid: "Allow access for Key Administrators",
    Effect: "Allow",
    Principal: { AWS: oneOrMany(administrators) },
    Action: administratorsMayDelete ? administration : administration.filter((action) => !deletion.includes(action)),
    Resource: "*",
  };
}

function userStatements({ users, use }: ConsoleKeyPolicyArgs): Statement[] {
  if (users.length === 0) return [];
  const useOfTheKey: Statement = {
    Sid: "Allow use of the key",
    Effect: "Allow",
    Principal: { AWS: oneOrMany(users) },
    Action: cryptography[use],
    Resource: "*",
  };
  // No AWS service works with HMAC keys, and the console leaves the statement for services out for them alone
  // (KMS Developer Guide, "Controlling access to HMAC KMS keys").
  return use === "message authentication" ? [useOfTheKey] : [useOfTheKey, attachmentStatement(users)];
}

function attachmentStatement(users: readonly string[]): Statement {
  return {
    Sid: "Allow attachment of persistent resources",
    Effect: "Allow",
    Principal: { AWS: oneOrMany(users) },
    Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
    Resource: "*",
    Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
  };
}

/** A principal that was given twice (the caller is often administrator and user at once) is named once. */
function oneOrMany(principals: readonly string[]): OneOrMany {
  const [first, ...others] = new Set(principals);
  return first !== undefined && others.length === 0 ? first : [...new Set(principals)];
}
