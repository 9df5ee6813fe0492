import { paginateListTables } from "@aws-sdk/client-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import type { Action, Answer } from "../action.ts";

/** Lists the account's tables. Yields `{ listed }`: whether the table is among them. */
export function listTables<Table extends string>(table: Table): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:ListTables",
    attempt: "ListTables",
    async perform(deployed, session) {
      const names: string[] = [];
      let answered: Answer = { requestId: undefined, yielded: undefined };
      for await (const page of paginateListTables({ client: session.dynamodb }, {})) {
        names.push(...(page.TableNames ?? []));
        answered = {
          requestId: page.$metadata.requestId,
          yielded: { listed: names.includes(deployed[table].tableName) },
        };
      }
      return answered;
    },
  };
}
