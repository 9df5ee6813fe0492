/** The key that a request names, or `undefined` where it is `aws/secretsmanager`: empty, or its alias. */
export function customerKey(kmsKeyId: string | undefined): string | undefined {
  const isDefault = !kmsKeyId || /^(?:arn:aws:kms:[^:]*:\d{12}:)?alias\/aws\/secretsmanager$/.test(kmsKeyId);
  return isDefault ? undefined : kmsKeyId;
}
