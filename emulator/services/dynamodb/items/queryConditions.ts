import { invalidParameter, validationException } from "../errors.ts";
import type { KeyCondition, KeyConditions } from "../expressions/keyCondition.ts";
import { encodePartition, encodeRange, afterAll } from "../storage/sortKey.ts";
import { keyAttributes, type KeySchema } from "../storage/tableSchema.ts";
import { typeOf, type AttributeValue } from "../values/attributeValue.ts";

/** The part of a partition that a query asks for, by encoded range keys. */
export interface QueryRange {
  readonly partition: string;
  readonly hashValue: AttributeValue;
  readonly hasRangeCondition: boolean;
  /** The lowest and the highest text that can be in the range; both may be just outside. */
  readonly lowest: string;
  readonly highest: string;
  readonly includes: (range: string) => boolean;
}

const unindexable: readonly string[] = ["NULL", "NOT_NULL", "NE", "CONTAINS", "NOT_CONTAINS", "IN"];

/** Reads what a query asks of a key. Throws ValidationException. Source of the messages: dynalite's recordings. */
export function queryRange(schema: KeySchema, conditions: KeyConditions): QueryRange {
  const attributes = keyAttributes(schema);
  for (const [index, { name, type }] of attributes.entries()) {
    const isHash = index === 0;
    if (isHash && !schema.range && conditions.size > 1) throw validationException("Query key condition not supported");
    const condition = conditions.get(name);
    if (condition) checkCondition(condition, type, isHash);
    else if (isHash || conditions.size > 1) {
      throw validationException(`Query condition missed key schema element: ${name}`);
    }
  }
  const hashValue = conditions.get(schema.hash.name)?.values[0];
  if (!hashValue) throw new Error("A query without a partition key has passed the checks.");
  const condition = schema.range && conditions.get(schema.range.name);
  return {
    partition: encodePartition(hashValue),
    hashValue,
    hasRangeCondition: condition !== undefined,
    ...(condition ? bounds(condition) : { lowest: "", highest: afterAll, includes: () => true }),
  };
}

function checkCondition({ operator, values }: KeyCondition, type: string, isHash: boolean): void {
  if (unindexable.includes(operator)) {
    throw validationException("Attempted conditional constraint is not an indexable operation");
  }
  if (values.some((value) => typeOf(value) !== type)) {
    throw invalidParameter("Condition parameter type does not match schema type");
  }
  if (isHash && operator !== "EQ") throw validationException("Query key condition not supported");
  const what = values.some(({ S }) => S === "") ? "string" : values.some(({ B }) => B?.length === 0) && "binary";
  if (what && isHash) {
    throw validationException(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${what} value.`,
    );
  }
}

function bounds({ operator, values }: KeyCondition): Pick<QueryRange, "lowest" | "highest" | "includes"> {
  const [first = "", second = first] = values.map(encodeRange);
  switch (operator) {
    case "EQ":
      return { lowest: first, highest: first, includes: (range) => range === first };
    case "LT":
      return { lowest: "", highest: first, includes: (range) => range < first };
    case "LE":
      return { lowest: "", highest: first, includes: (range) => range <= first };
    case "GT":
      return { lowest: first, highest: afterAll, includes: (range) => range > first };
    case "GE":
      return { lowest: first, highest: afterAll, includes: (range) => range >= first };
    case "BEGINS_WITH":
      return { lowest: first, highest: first + afterAll, includes: (range) => range.startsWith(first) };
    case "BETWEEN":
      return { lowest: first, highest: second, includes: (range) => range >= first && range <= second };
    default:
      throw new Error(`A query cannot use the operator ${operator}, which has passed the checks.`);
  }
}
