import type { ItemCollectionMetrics } from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../../awsError.ts";
import { pathsOf, type Condition } from "../expressions/condition.ts";
import { satisfies } from "../expressions/evaluateCondition.ts";
import type { Item } from "../values/attributeValue.ts";
import { checkKeyPaths } from "./checkKeys.ts";
import type { Consumption } from "./consumedCapacity.ts";
import { readItem, type OpenTable } from "./openTable.ts";
import { writeConsumption } from "./writeConsumption.ts";
import { collectionMetrics } from "./collectionMetrics.ts";

/** A write of one item, of which all is known that the request says. */
export interface ItemWrite {
  readonly open: OpenTable;
  /** The key; of a put, the item. */
  readonly key: Item;
  readonly condition?: Condition;
  /** `ALL_OLD`: a condition that fails shows the item. */
  readonly returnOnFailure?: string;
  /** Throws ValidationException if the request does not fit the table. */
  check(): void;
  /** The item afterwards; nothing, if there is none. Throws ValidationException if the change does not fit the item. */
  next(old: Item | undefined): Item | undefined;
}

/** A write that can be done. */
export interface PreparedWrite {
  readonly old: Item | undefined;
  readonly next: Item | undefined;
  readonly consumption: Consumption;
}

/** What a write was. */
export interface DoneWrite extends PreparedWrite {
  readonly metrics?: ItemCollectionMetrics;
}

/** Makes one write. Throws ValidationException and ConditionalCheckFailedException. */
export function writeItem(write: ItemWrite, metrics?: string): DoneWrite {
  const prepared = prepareWrite(write);
  commitWrite(write, prepared);
  const { old, next, consumption } = prepared;
  return { old, next, consumption, metrics: collectionMetrics(write, metrics) };
}

/** Finds out what a write would do, without doing it. */
export function prepareWrite(write: ItemWrite): PreparedWrite {
  const { open, key, condition } = write;
  write.check();
  if (condition) checkKeyPaths(open.table.schema, pathsOf(condition));
  const old = readItem(open, key);
  if (condition && !satisfies(old ?? {}, condition)) throw conditionFailed(old, write.returnOnFailure);
  const next = write.next(old);
  return { old, next, consumption: writeConsumption(open.table.schema, old, next) };
}

export function commitWrite({ open }: ItemWrite, { old, next }: PreparedWrite): void {
  if (next !== old) open.table.replace(old, next, open.cipher);
}

function conditionFailed(item: Item | undefined, returnOnFailure: string | undefined): AwsError {
  const members = returnOnFailure === "ALL_OLD" && item ? { Item: item } : undefined;
  return new AwsError("ConditionalCheckFailedException", "The conditional request failed", { members });
}
