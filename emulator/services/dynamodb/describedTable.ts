import type { TableDescription } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../callContext.ts";
import { keyAccessibility, type KeyAccessibility } from "./keyAccessibility.ts";
import type { Table } from "./table.ts";

/**
 * A table as DescribeTable shows it now, with what DynamoDB has found of its key. `SSEDescription` goes on saying that
 * encryption is enabled. Source: recorded answers; of archived tables, the DynamoDB API Reference.
 */
export function describedTable(context: CallContext, table: Table): TableDescription {
  const described = table.describe(context.now);
  const found = table.key && keyAccessibility(context, table.key);
  if (!found || found.kind === "accessible") return described;
  const { SSEDescription } = described;
  return {
    ...described,
    ...statusOf(table, found),
    SSEDescription: { ...SSEDescription, InaccessibleEncryptionDateTime: found.detectedAt },
  };
}

function statusOf(
  { archivalBackupArn }: Table,
  found: Exclude<KeyAccessibility, { kind: "accessible" }>,
): Pick<TableDescription, "TableStatus" | "ArchivalSummary"> {
  if (found.kind === "inaccessible") return { TableStatus: "INACCESSIBLE_ENCRYPTION_CREDENTIALS" };
  return {
    TableStatus: "ARCHIVED",
    ArchivalSummary: {
      ArchivalReason: "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
      ArchivalDateTime: found.archivedAt,
      ArchivalBackupArn: archivalBackupArn,
    },
  };
}
