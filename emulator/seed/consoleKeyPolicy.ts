/** Who may do what with a key. */
interface KeyRoles {
  readonly accountId: string;
  /** ARNs. */
  readonly administrators: readonly string[];
  /** ARNs. */
  readonly users: readonly string[];
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
  "kms:ScheduleKeyDeletion",
  "kms:CancelKeyDeletion",
  "kms:RotateKeyOnDemand",
];

const use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

/**
 * The key policy that the console writes for the administrators and users of a key.
 * Source: KMS Developer Guide, "Default key policy", the console's.
 */
export function consoleKeyPolicy({ accountId, administrators, users }: KeyRoles): string {
  const statement = (Sid: string, AWS: readonly string[] | string, Action: readonly string[] | string, more = {}) => {
    return { Sid, Effect: "Allow", Principal: { AWS }, Action, Resource: "*", ...more };
  };
  const grants = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];
  const forAwsResources = { Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } };
  return JSON.stringify({
    Version: "2012-10-17",
    Id: "key-consolepolicy-3",
    Statement: [
      statement("Enable IAM User Permissions", `arn:aws:iam::${accountId}:root`, "kms:*"),
      ...(administrators.length === 0
        ? []
        : [statement("Allow access for Key Administrators", administrators, administration)]),
      ...(users.length === 0
        ? []
        : [
            statement("Allow use of the key", users, use),
            statement("Allow attachment of persistent resources", users, grants, forAwsResources),
          ]),
    ],
  });
}
