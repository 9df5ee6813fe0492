import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";
import { describeItemKey, type Item } from "../itemKey.ts";

/** What an item has beyond plain values. */
export interface PutItemOptions {
  /** Binary attributes, by name: the note that holds the bytes. Default: none. */
  readonly notedAttributes?: Readonly<Record<string, string>>;
}

/** Writes one item. Yields nothing. */
export function putItem<Table extends string>(
  table: Table,
  item: Item,
  { notedAttributes = {} }: PutItemOptions = {},
): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:PutItem",
    attempt: `PutItem ${table} ${describeItemKey(item)}`,
    async perform(deployed, session) {
      const { tableName } = deployed[table];
      const noted = Object.entries(notedAttributes).map(([name, note]) => [name, session.notes.bytes(note)] as const);
      const Item = marshall({ ...item, ...Object.fromEntries(noted) });
      return answer(await session.dynamodb.send(new PutItemCommand({ TableName: tableName, Item })), undefined);
    },
  };
}
