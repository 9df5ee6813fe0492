import { DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";

/** Deletes a table. Yields nothing. */
export function deleteTable<Table extends string>(table: Table): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:DeleteTable",
    attempt: `DeleteTable ${table}`,
    async perform(deployed, session) {
      const { tableName } = deployed[table];
      return answer(await session.dynamodb.send(new DeleteTableCommand({ TableName: tableName })), undefined);
    },
  };
}
