import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Input } from "../../operation.ts";
import type { ItemStorage } from "./storage/itemStorage.ts";

/** An item, as the storage takes and gives it. */
export type Item = Record<string, Input<AttributeValue>>;

/** All items of a table, page by page. */
export async function allItems(storage: ItemStorage, tableName: string): Promise<Item[]> {
  const found: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await storage.scan({ TableName: tableName, ExclusiveStartKey });
    found.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}
