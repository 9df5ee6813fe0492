import { hash } from "node:crypto";
import { attributeOf, type AttributeValue, type Item } from "../values/attributeValue.ts";
import { partsOf } from "../values/number.ts";
import type { KeyAttribute, KeySchema } from "./tableSchema.ts";

/** Where an item stands in a table or an index. All parts are compared as texts, one after the other. */
export interface SortKey {
  /** The same for all items of one partition key, see {@link encodePartition}. */
  readonly partition: string;
  /** Sorts as the range key does; empty where there is none. */
  readonly range: string;
  /** Tells items of an index apart that have the same key there; empty in a table. */
  readonly tie: string;
}

/** Comes after every encoded value that begins with the text before it. */
export const afterAll = "\uffff";

export function compareSortKeys(a: SortKey, b: SortKey): number {
  if (a.partition !== b.partition) return a.partition < b.partition ? -1 : 1;
  if (a.range !== b.range) return a.range < b.range ? -1 : 1;
  if (a.tie !== b.tie) return a.tie < b.tie ? -1 : 1;
  return 0;
}

/** Where an item stands in its table. Its key has been checked. */
export function tableSortKey(schema: KeySchema, item: Item): SortKey {
  const { partition, range } = keyOf(schema, item);
  return { partition, range, tie: "" };
}

/** Where an item stands in an index; nothing, if it lacks an attribute of the index's key. */
export function indexSortKey(table: KeySchema, index: KeySchema, item: Item): SortKey | undefined {
  const names = index.range ? [index.hash.name, index.range.name] : [index.hash.name];
  if (names.some((name) => attributeOf(item, name) === undefined)) return undefined;
  const { partition, range } = keyOf(table, item);
  return { ...keyOf(index, item), tie: `${partition}/${range}` };
}

/**
 * A partition key: six hexadecimal digits of a hash, by which DynamoDB spreads partitions, and the value.
 * Source of the hash, and so of the order in which a scan goes: dynalite, for strings and bytes; for numbers it is not
 * known.
 */
export function encodePartition(value: AttributeValue): string {
  const bytes = Buffer.from(value.B ?? value.S ?? value.N ?? "");
  const digest = hash("md5", Buffer.concat([outliers, bytes]));
  return `${digest.slice(0, 6)}${bytes.toString("latin1")}`;
}

const outliers = Buffer.from("Outliers");

/** The numbers from 0 to 4095 that parallel scans divide among themselves. */
export const numberOfBuckets = 4096;

export function bucketOf({ partition }: SortKey): number {
  return Number.parseInt(partition.slice(0, 3), 16);
}

/** What comes before all partitions of a bucket and after all of the one before. */
export function startOfBucket(bucket: number): SortKey {
  return { partition: bucket.toString(16).padStart(3, "0"), range: "", tie: "" };
}

/** A value of a key as text: texts sort as strings by their UTF-8, bytes, and numbers do. */
export function encodeRange(value: AttributeValue): string {
  if (value.N !== undefined) return encodeNumber(value.N);
  return Buffer.from(value.B ?? Buffer.from(value.S ?? "")).toString("latin1");
}

function keyOf({ hash, range }: KeySchema, item: Item): Omit<SortKey, "tie"> {
  return {
    partition: encodePartition(required(item, hash)),
    range: range ? encodeRange(required(item, range)) : "",
  };
}

function required(item: Item, { name }: KeyAttribute): AttributeValue {
  const value = attributeOf(item, name);
  if (!value) throw new Error(`The key attribute ${name} is missing, although keys are checked.`);
  return value;
}

/** Sign, exponent, digits; for negative numbers exponent and digits run backwards, and a shorter number comes last. */
function encodeNumber(number: string): string {
  const { digits, exponent, sign } = partsOf(number);
  if (sign === 0) return "1";
  const shifted = 500 + exponent;
  if (sign > 0) return `2${shifted}${digits}`;
  return `0${999 - shifted}${digits.replace(/\d/g, (digit) => String(9 - Number(digit)))}~`;
}
