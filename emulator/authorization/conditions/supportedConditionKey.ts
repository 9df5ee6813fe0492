/**
 * The condition keys that requests carry. A policy with any other key is refused when it is written: it would be
 * evaluated as if the key were missing, which is not what its author means.
 */
const keys = [
  "aws:CalledVia",
  "aws:CurrentTime",
  "aws:PrincipalAccount",
  "aws:PrincipalArn",
  "aws:PrincipalType",
  "aws:RequestedRegion",
  "aws:ResourceAccount",
  "aws:SecureTransport",
  "aws:SourceIp",
  "aws:TagKeys",
  "aws:userid",
  "aws:username",
  "aws:ViaAWSService",
  "iam:AWSServiceName",
  "iam:PassedToService",
  "iam:PolicyARN",
  "kms:BypassPolicyLockoutSafetyCheck",
  "kms:CallerAccount",
  "kms:EncryptionAlgorithm",
  "kms:EncryptionContextKeys",
  "kms:GrantConstraintType",
  "kms:GranteePrincipal",
  "kms:GrantIsForAWSResource",
  "kms:GrantOperations",
  "kms:KeyOrigin",
  "kms:KeySpec",
  "kms:KeyUsage",
  "kms:MultiRegion",
  "kms:RequestAlias",
  "kms:ResourceAliases",
  "kms:RetiringPrincipal",
  "kms:ViaService",
  "s3express:SessionMode",
  "secretsmanager:Description",
  "secretsmanager:ForceDeleteWithoutRecovery",
  "secretsmanager:KmsKeyId",
  "secretsmanager:Name",
  "secretsmanager:SecretId",
  "secretsmanager:VersionId",
  "secretsmanager:VersionStage",
  "sts:ExternalId",
  "sts:RoleSessionName",
];

/** Keys with a name of the author's own behind the last part. */
const prefixes = [
  "aws:PrincipalTag/",
  "aws:RequestTag/",
  "aws:ResourceTag/",
  "iam:ResourceTag/",
  "kms:EncryptionContext:",
  "secretsmanager:ResourceTag/",
];

const known: ReadonlySet<string> = new Set(keys.map((key) => key.toLowerCase()));
const knownPrefixes = prefixes.map((prefix) => prefix.toLowerCase());

/** Whether the engine fills in this condition key. Case does not matter. */
export function supportedConditionKey(key: string): boolean {
  const name = key.toLowerCase();
  return known.has(name) || knownPrefixes.some((prefix) => name.startsWith(prefix) && name.length > prefix.length);
}
