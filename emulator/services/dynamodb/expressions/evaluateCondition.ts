import { typeOf, type AttributeValue, type Item } from "../values/attributeValue.ts";
import { compareValues, equalValues, textOf } from "../values/compareValues.ts";
import type { Comparator, Condition, FunctionCall, Operand } from "./condition.ts";
import { valueAt } from "./documentPath.ts";

/** Whether an item satisfies a condition. Where there is no item, it has no attributes. */
export function satisfies(item: Item, condition: Condition): boolean {
  switch (condition.kind) {
    case "and":
      return satisfies(item, condition.left) && satisfies(item, condition.right);
    case "or":
      return satisfies(item, condition.left) || satisfies(item, condition.right);
    case "not":
      return !satisfies(item, condition.condition);
    case "comparison":
      return compares(resolve(item, condition.left), condition.comparator, resolve(item, condition.right));
    case "between": {
      const value = resolve(item, condition.operand);
      return (
        compares(value, ">=", resolve(item, condition.lower)) && compares(value, "<=", resolve(item, condition.upper))
      );
    }
    case "in": {
      const value = resolve(item, condition.operand);
      return condition.candidates.some((candidate) => compares(value, "=", resolve(item, candidate)));
    }
    case "function":
      return holds(item, condition);
  }
}

/** A value that is missing differs from every other, and has no order. */
function compares(
  left: AttributeValue | undefined,
  comparator: Comparator,
  right: AttributeValue | undefined,
): boolean {
  if (comparator === "<>") return !left || !right || !equalValues(left, right);
  if (!left || !right) return false;
  if (comparator === "=") return equalValues(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  if (comparator === "<") return order < 0;
  if (comparator === "<=") return order <= 0;
  return comparator === ">" ? order > 0 : order >= 0;
}

function resolve(item: Item, operand: Operand): AttributeValue | undefined {
  if (operand.kind === "path") return valueAt(item, operand.path);
  if (operand.kind === "value") return operand.value;
  const [measured] = operand.operands;
  const value = measured && resolve(item, measured);
  const size = value && sizeOf(value);
  return size === undefined ? undefined : { N: String(size) };
}

/** Characters of a string, bytes of a binary value, members of everything else that has some. */
function sizeOf({ S, B, SS, NS, BS, L, M }: AttributeValue): number | undefined {
  if (S !== undefined) return S.length;
  return (B ?? SS ?? NS ?? BS ?? L)?.length ?? (M && Object.keys(M).length);
}

function holds(item: Item, { name, operands }: FunctionCall): boolean {
  const [value, argument] = operands.map((operand) => resolve(item, operand));
  switch (name) {
    case "attribute_exists":
      return value !== undefined;
    case "attribute_not_exists":
      return value === undefined;
    case "attribute_type":
      return value !== undefined && typeOf(value) === argument?.S;
    case "begins_with":
      return value !== undefined && argument !== undefined && beginsWith(value, argument);
    case "contains":
      return value !== undefined && argument !== undefined && contains(value, argument);
    default:
      throw new Error(`The condition function ${name} was parsed but cannot be evaluated.`);
  }
}

/** Whether a text or bytes begin with others. */
export function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if (value.S !== undefined && prefix.S !== undefined) return value.S.startsWith(prefix.S);
  return value.B !== undefined && prefix.B !== undefined && textOf(value.B).startsWith(textOf(prefix.B));
}

/** Whether a text has another in it, or a set or a list an element. */
function contains(value: AttributeValue, part: AttributeValue): boolean {
  if (value.S !== undefined) return part.S !== undefined && value.S.includes(part.S);
  if (value.B !== undefined) return part.B !== undefined && textOf(value.B).includes(textOf(part.B));
  if (value.SS) return part.S !== undefined && value.SS.includes(part.S);
  if (value.NS) return part.N !== undefined && value.NS.includes(part.N);
  if (value.BS) return part.B !== undefined && value.BS.some((bytes) => textOf(bytes) === textOf(part.B));
  return value.L?.some((element) => equalValues(element, part)) ?? false;
}
