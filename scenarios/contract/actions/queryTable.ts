import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";
import { describeItemKey, type ItemKey } from "../itemKey.ts";

/** Asks for all items with a partition key. Yields the items. */
export function queryTable<Table extends string>(
  table: Table,
  key: ItemKey,
): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:Query",
    attempt: `Query ${table} ${describeItemKey(key)}`,
    async perform(deployed, session) {
      const command = new QueryCommand({
        TableName: deployed[table].tableName,
        KeyConditionExpression: "id = :id",
        ExpressionAttributeValues: marshall({ ":id": key.id }),
      });
      const output = await session.dynamodb.send(command);
      return answer(
        output,
        output.Items?.map((item) => unmarshall(item)),
      );
    },
  };
}
