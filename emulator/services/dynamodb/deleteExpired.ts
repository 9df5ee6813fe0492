import type { CallContext } from "../../callContext.ts";
import { allItems } from "./allItems.ts";
import type { Items } from "./storage/itemStorage.ts";
import type { Table } from "./table.ts";
import type { Item } from "./values/attributeValue.ts";

/** Looking through all items takes its time: it is done once a minute of the instance's clock, when the items are needed. */
const intervalMilliseconds = 60 * 1000;

/** Deletes the items of a table whose time is up. Nobody's permission is asked, as on AWS, where DynamoDB does it on its own. */
export function deleteExpired({ now }: CallContext, table: Table, items: Items): void {
  const { timeToLive, name } = table;
  if (!timeToLive.isEnabled || now.getTime() < (table.expiredAt?.getTime() ?? 0) + intervalMilliseconds) return;
  table.expiredAt = now;
  for (const item of allItems(items, name)) {
    if (timeToLive.isDue(item, now)) items.deleteItem({ TableName: name, Key: keyOf(table, item) });
  }
}

function keyOf({ definition }: Table, item: Item): Item {
  const names = new Set(definition.KeySchema?.map(({ AttributeName }) => AttributeName));
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}
