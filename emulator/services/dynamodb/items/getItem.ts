import type { DocumentPath } from "../expressions/documentPath.ts";
import { checkParameters } from "../expressions/checkParameters.ts";
import { parseExpressions } from "../expressions/requestExpressions.ts";
import type { Item } from "../values/attributeValue.ts";
import { parseItem } from "../values/parseAttributeValue.ts";
import { checkKey, checkKeyPaths } from "./checkKeys.ts";
import { Consumption, readUnits } from "./consumedCapacity.ts";
import type { Items } from "../storage/itemStorage.ts";
import { openItem } from "../storage/storedItem.ts";
import type { FindTable, OpenTable } from "./openTable.ts";
import { checkAttributesToGet, projected, requestedPaths, type RequestedProjection } from "./projection.ts";
import type { ExpressionTexts } from "../expressions/requestExpressions.ts";

/** Reads one item. */
export function getItem(find: FindTable, request: Parameters<Items["getItem"]>[0]): ReturnType<Items["getItem"]> {
  const { TableName, Key, ConsistentRead, ReturnConsumedCapacity } = request;
  const key = parseItem(Key);
  const paths = parseProjectionOf(request);
  const open = find(TableName);
  checkKey(open.table.schema, key);
  const item = readProjected(open, key, paths);
  const consumption = new Consumption();
  consumption.addToTable(readUnits(item.size, ConsistentRead ? "strong" : "eventual"));
  return { Item: item.projected, ConsumedCapacity: consumption.describe(TableName, ReturnConsumedCapacity) };
}

/** What a request to read items wants to have of them. Throws ValidationException. */
export function parseProjectionOf(request: ExpressionTexts & RequestedProjection): readonly DocumentPath[] | undefined {
  checkParameters(request, { expressions: ["ProjectionExpression"], legacy: ["AttributesToGet"] });
  checkAttributesToGet(request);
  return requestedPaths(request, parseExpressions(request).projection);
}

/** An item of which a part is wanted, and the size of the whole. Throws ValidationException for paths into its key. */
export function readProjected(open: OpenTable, key: Item, paths: readonly DocumentPath[] | undefined) {
  checkKeyPaths(open.table.schema, paths ?? []);
  const stored = open.table.find(key);
  return stored
    ? { projected: projected(openItem(stored, open.cipher), paths), size: stored.size }
    : { projected: undefined, size: 0 };
}
