import type { SecretListEntry } from "@aws-sdk/client-secrets-manager";
import { nextRotationDate } from "./rotation.ts";
import { listedStages, type Secret } from "./secret.ts";
import { listedTags } from "./tags.ts";

/** What DescribeSecret and ListSecrets both tell. The key is left out where it is `aws/secretsmanager`. */
export function shownSecret(secret: Secret) {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description,
    KmsKeyId: secret.kmsKeyId,
    RotationEnabled: secret.rotation?.isEnabled,
    RotationLambdaARN: secret.rotation?.lambdaArn,
    RotationRules: secret.rotation?.rules,
    NextRotationDate: secret.rotation && nextRotationDate(secret.rotation),
    LastRotatedDate: secret.lastRotatedAt,
    LastChangedDate: secret.lastChangedAt,
    LastAccessedDate: secret.lastAccessedOn,
    DeletedDate: secret.deletionDate,
    Tags: listedTags(secret),
    CreatedDate: secret.createdAt,
    PrimaryRegion: secret.primaryRegion,
  } satisfies SecretListEntry;
}

/** The staging labels of each version that has any; `undefined` for a secret without a value. */
export function versionsToStages({ versions }: Secret): Record<string, string[]> | undefined {
  const staged = [...versions.values()].filter(({ stages }) => stages.size > 0);
  return staged.length > 0
    ? Object.fromEntries(staged.map((version) => [version.id, listedStages(version)]))
    : undefined;
}
