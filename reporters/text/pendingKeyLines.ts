import type { PendingKey } from "../events.ts";
import { alignColumns } from "./alignColumns.ts";

/** The keys whose deletion is scheduled, with date and waiting period; nothing if there are none. */
export function pendingKeyLines(keys: readonly PendingKey[]): string[] {
  if (keys.length === 0) return [];
  const rows = keys.map(({ arn, deletionDate, windowInDays }) => [
    `  ${arn}`,
    deletionDate === undefined
      ? `deleted ${windowInDays} days after the last of its replicas`
      : `deleted on ${deletionDate.slice(0, 10)}, ${windowInDays} days after the request`,
  ]);
  return ["Keys pending deletion:", ...alignColumns(rows)];
}
