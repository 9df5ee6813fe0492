import { DescribeKeyCommand, paginateListKeys } from "@aws-sdk/client-kms";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "../inventory/collect.ts";
import { readRefusal } from "../readRefusal.ts";

/** A key whose deletion is scheduled, whoever scheduled it. */
export interface ScheduledKey {
  readonly arn: string;
  /** ISO 8601; absent for a primary key that waits for its replicas. */
  readonly deletionDate?: string;
  readonly description: string;
}

/** The keys in a region whose deletion is scheduled, the next to go first. Keys that their policy hides are not among them. */
export async function listPendingKeys({ kms: client }: Session): Promise<readonly ScheduledKey[]> {
  const ids = await collect(paginateListKeys({ client }, {}), (page) => page.Keys?.map(({ KeyArn }) => KeyArn));
  const all = await Promise.all(
    ids.map((KeyId) =>
      client.send(new DescribeKeyCommand({ KeyId })).catch((error: unknown) => {
        if (readRefusal(error)?.denial) return undefined;
        throw error;
      }),
    ),
  );
  return all
    .flatMap((answer) => answer?.KeyMetadata ?? [])
    .filter(({ KeyState }) => KeyState === "PendingDeletion" || KeyState === "PendingReplicaDeletion")
    .map(({ Arn: arn = "", DeletionDate, Description = "" }) => ({
      arn,
      deletionDate: DeletionDate?.toISOString(),
      description: Description,
    }))
    .toSorted((a, b) => (a.deletionDate ?? "9").localeCompare(b.deletionDate ?? "9"));
}
