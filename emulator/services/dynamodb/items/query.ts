import { validationException } from "../errors.ts";
import { pathsOf, type Condition } from "../expressions/condition.ts";
import { checkParameters } from "../expressions/checkParameters.ts";
import type { DocumentPath } from "../expressions/documentPath.ts";
import { keyConditionsOf, type KeyConditions } from "../expressions/keyCondition.ts";
import { parseExpressions } from "../expressions/requestExpressions.ts";
import { checkLegacyCondition } from "../legacy/legacyCondition.ts";
import { legacyFilter, readConditions } from "../legacy/legacyFilter.ts";
import type { Items } from "../storage/itemStorage.ts";
import { afterAll, compareSortKeys, type SortKey } from "../storage/sortKey.ts";
import type { StoredItem } from "../storage/storedItem.ts";
import { keyNames, type IndexSchema, type TableSchema } from "../storage/tableSchema.ts";
import type { Item } from "../values/attributeValue.ts";
import { checkKeyPaths } from "./checkKeys.ts";
import { checkSelect, findIndex, needsFetch } from "./indexRead.ts";
import type { FindTable, OpenTable } from "./openTable.ts";
import { checkAttributesToGet, requestedPaths } from "./projection.ts";
import { queryRange, type QueryRange } from "./queryConditions.ts";
import { readPage } from "./readPage.ts";
import { parseStartKey, startOf } from "./startKey.ts";

type QueryRequest = Parameters<Items["query"]>[0];

/** Reads the items of one partition. */
export function query(find: FindTable, request: QueryRequest): ReturnType<Items["query"]> {
  const { conditions, filter, paths, startKey } = parseQuery(request);
  checkSelect(request);
  const open = find(request.TableName);
  const { schema } = open.table;
  const index = findIndex(schema, request);
  const range = queryRange(index ?? schema, conditions);
  const start = startKey && checkedStart(schema, index, range, startKey);
  if (filter) checkFilter(request, index ?? schema, filter);
  checkKeyPaths(schema, [...(paths ?? []), ...(filter ? pathsOf(filter) : [])]);
  const isFetching = needsFetch(index, request, paths, filter);
  const { Limit, Select, ConsistentRead } = request;
  const entries = entriesOf(open, index, range, start, request.ScanIndexForward ?? true);
  const read = readPage({ open, index, entries, Limit, Select, ConsistentRead, filter, paths, isFetching });
  const ConsumedCapacity = read.consumption.describe(request.TableName, request.ReturnConsumedCapacity);
  return { ...read.page, ConsumedCapacity };
}

/** What a query says, before its table is known. */
interface ParsedQuery {
  readonly conditions: KeyConditions;
  readonly filter?: Condition;
  readonly paths?: readonly DocumentPath[];
  readonly startKey?: Item;
}

function parseQuery(request: QueryRequest): ParsedQuery {
  checkParameters(request, {
    expressions: ["ProjectionExpression", "FilterExpression", "KeyConditionExpression"],
    legacy: ["AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions"],
  });
  const legacy = legacyFilter(request.QueryFilter, request.ConditionalOperator);
  checkAttributesToGet(request);
  const startKey = parseStartKey(request.ExclusiveStartKey);
  const { KeyConditions, KeyConditionExpression } = request;
  if (!KeyConditions && KeyConditionExpression === undefined) {
    throw validationException(
      "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.",
    );
  }
  const { keyCondition, filter = legacy, projection } = parseExpressions(request);
  const conditions = keyCondition ? keyConditionsOf(keyCondition) : readConditions(KeyConditions ?? {});
  for (const condition of conditions.values()) checkLegacyCondition(condition);
  if (conditions.size !== 1 && conditions.size !== 2) {
    throw validationException("Conditions can be of length 1 or 2 only");
  }
  return { conditions, filter, paths: requestedPaths(request, projection), startKey };
}

function checkedStart(schema: TableSchema, index: IndexSchema | undefined, range: QueryRange, key: Item): SortKey {
  const start = startOf(schema, index, key);
  if (range.hasRangeCondition && !range.includes(start.range)) {
    throw validationException("The provided starting key does not match the range key predicate");
  }
  if (start.partition !== range.partition) {
    throw validationException(
      range.hasRangeCondition
        ? "The query can return at most one row and cannot be restarted"
        : "The provided starting key is outside query boundaries based on provided conditions",
    );
  }
  return start;
}

function checkFilter(request: QueryRequest, schema: Pick<TableSchema, "hash" | "range">, filter: Condition): void {
  const filtered = new Set(pathsOf(filter).map(([name]) => name));
  const key = keyNames(schema).find((name) => filtered.has(name));
  if (key === undefined) return;
  const parameter = request.QueryFilter ? "QueryFilter" : "Filter Expression";
  throw validationException(`${parameter} can only contain non-primary key attributes: Primary key attribute: ${key}`);
}

function* entriesOf(
  { table }: OpenTable,
  index: IndexSchema | undefined,
  { partition, lowest, highest, includes }: QueryRange,
  start: SortKey | undefined,
  isForward: boolean,
): Generator<[SortKey, StoredItem]> {
  const edge = isForward ? { partition, range: lowest, tie: "" } : { partition, range: highest, tie: afterAll };
  for (const entry of table.entries(index, start ?? edge, isForward)) {
    const [key] = entry;
    if (start && compareSortKeys(key, start) === 0) continue;
    if (key.partition !== partition || (isForward ? key.range > highest : key.range < lowest)) return;
    if (includes(key.range)) yield entry;
  }
}
