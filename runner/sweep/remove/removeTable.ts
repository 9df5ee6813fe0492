import { DeleteTableCommand, DescribeTableCommand, UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import type { Session } from "../../../scenarios/contract/session.ts";

/** Deletes a table, protected or not. */
export async function removeTable({ dynamodb }: Session, TableName: string): Promise<void> {
  const { Table: table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
  if (table?.TableStatus === "DELETING") return;
  if (table?.DeletionProtectionEnabled === true) {
    await dynamodb.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
  }
  await dynamodb.send(new DeleteTableCommand({ TableName }));
}
