import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";
import { describeItemKey, type Item } from "../itemKey.ts";

/** Writes one item. Yields nothing. */
export function putItem<Table extends string>(table: Table, item: Item): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:PutItem",
    attempt: `PutItem ${table} ${describeItemKey(item)}`,
    async perform(deployed, session) {
      const { tableName } = deployed[table];
      const output = await session.dynamodb.send(new PutItemCommand({ TableName: tableName, Item: marshall(item) }));
      return answer(output, undefined);
    },
  };
}
