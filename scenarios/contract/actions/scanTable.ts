import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";

/** Reads a whole table. Yields the items, up to 1 MB of them. */
export function scanTable<Table extends string>(table: Table): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:Scan",
    attempt: `Scan ${table}`,
    async perform(deployed, session) {
      const output = await session.dynamodb.send(new ScanCommand({ TableName: deployed[table].tableName }));
      return answer(
        output,
        output.Items?.map((item) => unmarshall(item)),
      );
    },
  };
}
