import type { ItemCollectionMetrics } from "@aws-sdk/client-dynamodb";
import { encodePartition } from "../storage/sortKey.ts";
import { attributeOf, type Item } from "../values/attributeValue.ts";
import type { OpenTable } from "./openTable.ts";

const gigabyte = 1024 ** 3;

/**
 * The size of the item collection that was written to, as `ReturnItemCollectionMetrics` asks for it. Only tables with
 * local secondary indexes have item collections; what is counted is the table's items, not their copies in indexes.
 * Source: DynamoDB API Reference, ItemCollectionMetrics.
 */
export function collectionMetrics(
  { open, key }: { readonly open: OpenTable; readonly key: Item },
  asked: string | undefined,
): ItemCollectionMetrics | undefined {
  const { table } = open;
  const { hash, indexes } = table.schema;
  const value = attributeOf(key, hash.name);
  if (asked !== "SIZE" || !value || !indexes.some(({ kind }) => kind === "local")) return undefined;
  const partition = encodePartition(value);
  let size = 0;
  for (const [sortKey, stored] of table.entries(undefined, { partition, range: "", tie: "" })) {
    if (sortKey.partition !== partition) break;
    size += stored.size;
  }
  const lower = Math.floor(size / gigabyte);
  return { ItemCollectionKey: { [hash.name]: value }, SizeEstimateRangeGB: [lower, lower + 1] };
}
