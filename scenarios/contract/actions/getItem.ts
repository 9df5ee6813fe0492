import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import { answer, type Action } from "../action.ts";
import { describeItemKey, type ItemKey } from "../itemKey.ts";

/** Where parts of what is read are left. */
export interface GetItemOptions {
  /** Attributes, by name: the note that each becomes. Default: none. */
  readonly noteAttributesAs?: Readonly<Record<string, string>>;
}

/** Reads one item. Yields the item, or nothing. */
export function getItem<Table extends string>(
  table: Table,
  key: ItemKey,
  { noteAttributesAs = {} }: GetItemOptions = {},
): Action<Record<Table, EncryptedTableOutputs>> {
  return {
    operation: "dynamodb:GetItem",
    attempt: `GetItem ${table} ${describeItemKey(key)}`,
    async perform(deployed, session) {
      const { tableName } = deployed[table];
      const output = await session.dynamodb.send(
        new GetItemCommand({ TableName: tableName, Key: marshall({ id: key.id }) }),
      );
      const item = output.Item && unmarshall(output.Item);
      for (const [name, note] of Object.entries(noteAttributesAs)) session.notes.write(note, item?.[name]);
      return answer(output, item);
    },
  };
}
