import { ListBackupsCommand } from "@aws-sdk/client-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";

/** Lists the backups of a table, asked for or not. It may be gone by then. Yields their types: `USER`, `SYSTEM`. */
export function listBackups<Table extends string>(table: Table): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:ListBackups",
    attempt: `ListBackups ${table}`,
    async perform(deployed, session) {
      const command = new ListBackupsCommand({ TableName: deployed[table].tableName, BackupType: "ALL" });
      const output = await session.dynamodb.send(command);
      return answer(
        output,
        output.BackupSummaries?.map(({ BackupType }) => BackupType),
      );
    },
  };
}
