import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";
import { describeItemKey, type ItemKey } from "../itemKey.ts";

/** Reads one item. Yields the item, or nothing. */
export function getItem<Table extends string>(
  table: Table,
  key: ItemKey,
): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:GetItem",
    attempt: `GetItem ${table} ${describeItemKey(key)}`,
    async perform(deployed, session) {
      const { tableName } = deployed[table];
      const output = await session.dynamodb.send(
        new GetItemCommand({ TableName: tableName, Key: marshall({ id: key.id }) }),
      );
      return answer(output, output.Item && unmarshall(output.Item));
    },
  };
}
