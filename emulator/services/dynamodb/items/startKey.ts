import { AwsError } from "../../../awsError.ts";
import { validationException } from "../errors.ts";
import { indexSortKey, tableSortKey, type SortKey } from "../storage/sortKey.ts";
import { keyNames, type IndexSchema, type TableSchema } from "../storage/tableSchema.ts";
import { attributeOf, pickAttributes, type Item } from "../values/attributeValue.ts";
import { parseItem, type RawItem } from "../values/parseAttributeValue.ts";
import { checkKey, checkKeyParts } from "./checkKeys.ts";

/** Reads `ExclusiveStartKey`. Throws ValidationException. Source of the messages: dynalite's recordings. */
export function parseStartKey(raw: RawItem | undefined): Item | undefined {
  return raw && explained(() => parseItem(raw), /duplicates|number set|numeric value|significant digits|magnitude/);
}

/** Where a read goes on: behind the item with this key. Throws ValidationException for a key that cannot be one. */
export function startOf(schema: TableSchema, index: IndexSchema | undefined, key: Item): SortKey {
  const names = startKeyNames(schema, index);
  if (Object.keys(key).length !== names.length) {
    const detail = index ? "" : ": The provided key element does not match the schema";
    throw validationException(`The provided starting key is invalid${detail}`);
  }
  if (index) {
    const isIncomplete = keyNames(index).some((name) => attributeOf(key, name) === undefined);
    if (isIncomplete) throw validationException("The provided starting key is invalid");
    checkKeyParts(index, key);
  }
  explained(() => checkKey(schema, pickAttributes(key, keyNames(schema))));
  const start = index ? indexSortKey(schema, index, key) : tableSortKey(schema, key);
  if (!start) throw new Error("A starting key that has been checked lacks a part.");
  return start;
}

/** `LastEvaluatedKey` after an item. */
export function lastKey(schema: TableSchema, index: IndexSchema | undefined, item: Item) {
  return pickAttributes(item, startKeyNames(schema, index));
}

function startKeyNames(schema: TableSchema, index: IndexSchema | undefined): string[] {
  return [...new Set([...keyNames(schema), ...(index ? keyNames(index) : [])])];
}

/** AWS says which key was wrong, but not of every mistake. */
function explained<Result>(check: () => Result, unexplained?: RegExp): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof AwsError) || unexplained?.test(error.message)) throw error;
    throw validationException(`The provided starting key is invalid: ${error.message}`);
  }
}
