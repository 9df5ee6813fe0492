import { invalidParameter, validationException } from "../errors.ts";
import { checkParameters } from "../expressions/checkParameters.ts";
import { applyUpdate } from "../expressions/applyUpdate.ts";
import type { Condition } from "../expressions/condition.ts";
import { parseExpressions, type ExpressionTexts, type RequestExpressions } from "../expressions/requestExpressions.ts";
import { pathsOfUpdate, type UpdateAction } from "../expressions/updateExpression.ts";
import { legacyExpected, type RawExpectation } from "../legacy/legacyExpected.ts";
import { checkLegacyTypes, legacyUpdates, type RawUpdate } from "../legacy/legacyUpdates.ts";
import { keyNames, type TableSchema } from "../storage/tableSchema.ts";
import type { Item } from "../values/attributeValue.ts";
import { itemSize, maximumItemSize } from "../values/itemSize.ts";
import { parseItem, type RawItem } from "../values/parseAttributeValue.ts";
import {
  checkIndexKeysNotEmpty,
  checkIndexTypes,
  checkItemKeys,
  checkKey,
  checkKeyPaths,
  checkNotEmpty,
  checkUpdatedIndexKeys,
} from "./checkKeys.ts";
import type { ItemWrite } from "./itemWrite.ts";
import type { FindTable } from "./openTable.ts";

/** What the writes of one item have of each other's members; actions of transactions have no legacy ones. */
interface WriteRequest extends ExpressionTexts {
  readonly TableName: string;
  readonly Expected?: Readonly<Record<string, RawExpectation>>;
  readonly ConditionalOperator?: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

/** A put of an item. Throws ValidationException for what the request alone shows. */
export function planPut(find: FindTable, request: WriteRequest & { readonly Item: RawItem }): ItemWrite {
  checkParameters(request, { expressions: ["ConditionExpression"], legacy: ["Expected", "ConditionalOperator"] });
  const item = parseItem(request.Item);
  if (itemSize(item) > maximumItemSize) {
    throw validationException("Item size has exceeded the maximum allowed size");
  }
  const condition = conditionOf(request, parseExpressions(request));
  const open = find(request.TableName);
  const { schema } = open.table;
  checkNotEmpty(schema, item);
  checkIndexKeysNotEmpty(schema, item);
  return {
    open,
    key: item,
    condition,
    returnOnFailure: request.ReturnValuesOnConditionCheckFailure,
    check: () => checkItemKeys(schema, item),
    next: () => item,
  };
}

/** A deletion of an item. Throws as {@link planPut}. */
export function planDelete(find: FindTable, request: WriteRequest & { readonly Key: RawItem }): ItemWrite {
  checkParameters(request, { expressions: ["ConditionExpression"], legacy: ["Expected", "ConditionalOperator"] });
  return { ...planOfKey(find, request, parseExpressions(request)), next: () => undefined };
}

/** A check that leaves the item as it is. Throws as {@link planPut}. */
export function planConditionCheck(find: FindTable, request: WriteRequest & { readonly Key: RawItem }): ItemWrite {
  return { ...planOfKey(find, request, parseExpressions(request)), next: (old) => old };
}

/** An update of an item, with the changes that it makes. Throws as {@link planPut}. */
export function planUpdate(
  find: FindTable,
  request: WriteRequest & { readonly Key: RawItem; readonly AttributeUpdates?: Readonly<Record<string, RawUpdate>> },
): ItemWrite & { readonly actions: readonly UpdateAction[] } {
  checkParameters(request, {
    expressions: ["UpdateExpression", "ConditionExpression"],
    legacy: ["AttributeUpdates", "Expected", "ConditionalOperator"],
  });
  const legacy = legacyUpdates(request.AttributeUpdates ?? {});
  const expressions = parseExpressions(request);
  const actions = expressions.update ?? legacy;
  const write = planOfKey(find, request, expressions);
  const { schema } = write.open.table;
  return {
    ...write,
    actions,
    check: () => {
      write.check();
      checkActions(schema, actions);
    },
    next: (old) => {
      const item = old ?? write.key;
      checkLegacyTypes(item, legacy);
      return checkedUpdate(schema, applyUpdate(item, actions));
    },
  };
}

function planOfKey(
  find: FindTable,
  request: WriteRequest & { readonly Key: RawItem },
  expressions: RequestExpressions,
): Omit<ItemWrite, "next"> {
  const key = parseItem(request.Key);
  const condition = conditionOf(request, expressions);
  const open = find(request.TableName);
  const { schema } = open.table;
  checkNotEmpty(schema, key);
  const returnOnFailure = request.ReturnValuesOnConditionCheckFailure;
  return { open, key, condition, returnOnFailure, check: () => checkKey(schema, key) };
}

function conditionOf(request: WriteRequest, { condition }: RequestExpressions): Condition | undefined {
  return condition ?? legacyExpected(request.Expected, request.ConditionalOperator);
}

/** Throws ValidationException for changes of the key, and for values that an index cannot have. */
function checkActions(schema: TableSchema, actions: readonly UpdateAction[]): void {
  const key = keyNames(schema).find((name) => actions.some(({ path }) => path[0] === name));
  if (key !== undefined) {
    throw invalidParameter(`Cannot update attribute ${key}. This attribute is part of the key`);
  }
  for (const action of actions) {
    const [name, ...steps] = action.path;
    const value = action.kind === "SET" && action.operand.kind === "value" ? action.operand.value : undefined;
    if (value && steps.length === 0) checkIndexTypes(schema, { [name]: value });
  }
  checkKeyPaths(schema, pathsOfUpdate(actions));
}

function checkedUpdate(schema: TableSchema, item: Item): Item {
  checkUpdatedIndexKeys(schema, item);
  if (itemSize(item) > maximumItemSize) {
    throw validationException("Item size to update has exceeded the maximum allowed size");
  }
  return item;
}
