import type { Items } from "./storage/itemStorage.ts";
import type { Item } from "./values/attributeValue.ts";

/** All items of a table, page by page. */
export function allItems(items: Items, tableName: string): Item[] {
  const found: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = items.scan({ TableName: tableName, ExclusiveStartKey });
    found.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}
