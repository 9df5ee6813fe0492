/** The resource types that are keys. */
export const keyTypes: ReadonlySet<string> = new Set([
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
]);
