import { DeleteBackupCommand, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";

/** Deletes the backup that DynamoDB has made of a table when it archived it, and that outlives the table. Yields nothing. */
export function deleteArchivalBackup<Table extends string>(table: Table): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:DeleteBackup",
    attempt: `DeleteBackup of the archived ${table}`,
    async perform(deployed, { dynamodb }) {
      const { Table: described } = await dynamodb.send(
        new DescribeTableCommand({ TableName: deployed[table].tableName }),
      );
      const BackupArn = described?.ArchivalSummary?.ArchivalBackupArn;
      return answer(await dynamodb.send(new DeleteBackupCommand({ BackupArn })), undefined);
    },
  };
}
