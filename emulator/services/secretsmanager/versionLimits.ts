import { AwsError } from "../../awsError.ts";
import { addDays } from "./day.ts";
import type { Secret } from "./secret.ts";

/** Source: Secrets Manager User Guide, "AWS Secrets Manager quotas". */
const most = { versions: 100, labels: 20 };

/**
 * Throws LimitExceededException if new labels would be too many for all versions of a secret together. The message is the
 * API Reference's description of the error: none is recorded.
 */
export function requireRoomForLabels({ versions }: Secret, added: readonly string[]): void {
  const labels = new Set([...[...versions.values()].flatMap(({ stages }) => [...stages]), ...added]);
  if (labels.size <= most.labels) return;
  throw new AwsError(
    "LimitExceededException",
    "The request failed because it would exceed one of the Secrets Manager quotas.",
  );
}

/**
 * Deletes the oldest versions without a label where there are more than 100; those of the last day stay.
 * Source: Secrets Manager API Reference, PutSecretValue. At how many AWS refuses another version is documented nowhere.
 */
export function deleteOutdatedVersions({ versions }: Secret, now: Date): void {
  const dayAgo = addDays(now, -1);
  const outdated = [...versions.values()].filter(({ stages, createdAt }) => stages.size === 0 && createdAt < dayAgo);
  for (const { id } of outdated.slice(0, Math.max(0, versions.size - most.versions))) versions.delete(id);
}
