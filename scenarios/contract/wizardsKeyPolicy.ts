import type { Plain } from "./expectation.ts";

/** Whom the console's create-key wizard was told. */
export interface WizardsAnswers {
  readonly accountId: string;
  /** The ARNs of the key administrators, one at least. */
  readonly administrators: readonly string[];
  /** Whether "Allow key administrators to delete this key" is ticked. Default: yes, as in the wizard. */
  readonly administratorsMayDelete?: boolean;
  /** The ARNs of the key users, one at least; another account is its root. */
  readonly users: readonly string[];
  /** What was added to the wizard's four statements before the key was created. Default: nothing. */
  readonly added?: readonly Plain[];
}

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
];
const deletion = ["kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"];

/**
 * The key policy that a symmetric encryption key of the console must have. It is written out here as the workshops show it, apart
 * from what deploys it: a mistake there is no mistake here.
 * Source: KMS Developer Guide, "Default key policy".
 */
export function wizardsKeyPolicy(answers: WizardsAnswers): Plain {
  const { accountId, administrators, administratorsMayDelete = true, users, added = [] } = answers;
  const statement = { Effect: "Allow", Resource: "*" };
  return {
    Version: "2012-10-17",
    Id: "key-consolepolicy-3",
    Statement: [
      {
        ...statement,
        Sid: "Enable IAM User Permissions",
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: "kms:*",
      },
      {
        ...statement,
        Sid: "Allow access for Key Administrators",
        Principal: { AWS: oneOrMore(administrators) },
        Action: [...administration, ...(administratorsMayDelete ? deletion : []), "kms:RotateKeyOnDemand"],
      },
      {
        ...statement,
        Sid: "Allow use of the key",
        Principal: { AWS: oneOrMore(users) },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      },
      {
        ...statement,
        Sid: "Allow attachment of persistent resources",
        Principal: { AWS: oneOrMore(users) },
        Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
      ...added,
    ],
  };
}

/** The console writes one principal as a text, several as a list. */
function oneOrMore(arns: readonly string[]): Plain {
  const [first] = arns;
  return arns.length === 1 ? first : arns;
}
