/** Keys with a name of the author's own behind this beginning. */
export const conditionKeyPrefixes: readonly string[] = [
  "aws:PrincipalTag/",
  "aws:RequestTag/",
  "aws:ResourceTag/",
  "ec2:Attribute/",
  "ec2:ResourceTag/",
  "iam:ResourceTag/",
  "kms:EncryptionContext:",
  "s3:ExistingObjectTag/",
  "s3:RequestObjectTag/",
  "secretsmanager:ResourceTag/",
];
