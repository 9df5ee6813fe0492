import { invalidParameter, validationException } from "../errors.ts";
import type { Comparator, Condition, Operand } from "../expressions/condition.ts";
import type { KeyCondition } from "../expressions/keyCondition.ts";
import { attributeTypes, typeOf, type AttributeType } from "../values/attributeValue.ts";
import { compareValues } from "../values/compareValues.ts";

const texts: readonly AttributeType[] = ["S", "B"];
const scalars: readonly AttributeType[] = ["S", "N", "B"];

interface OperatorRule {
  /** How many values it takes. */
  readonly least: number;
  readonly most: number;
  readonly types: readonly AttributeType[];
}

/** Source: DynamoDB API Reference, Condition, `ComparisonOperator`; dynalite's recordings. */
const rules: ReadonlyMap<string, OperatorRule> = new Map([
  ["EQ", { least: 1, most: 1, types: attributeTypes }],
  ["NE", { least: 1, most: 1, types: attributeTypes }],
  ["LE", { least: 1, most: 1, types: scalars }],
  ["LT", { least: 1, most: 1, types: scalars }],
  ["GE", { least: 1, most: 1, types: scalars }],
  ["GT", { least: 1, most: 1, types: scalars }],
  ["CONTAINS", { least: 1, most: 1, types: scalars }],
  ["NOT_CONTAINS", { least: 1, most: 1, types: scalars }],
  ["BEGINS_WITH", { least: 1, most: 1, types: texts }],
  ["IN", { least: 1, most: Infinity, types: scalars }],
  ["BETWEEN", { least: 2, most: 2, types: scalars }],
  ["NULL", { least: 0, most: 0, types: [] }],
  ["NOT_NULL", { least: 0, most: 0, types: [] }],
]);

/** Whether an operator takes so many values; throws ValidationException if not. */
export function checkNumberOfValues({ operator, values }: KeyCondition): void {
  const { least, most } = ruleOf(operator);
  if (values.length < least || values.length > most) {
    throw invalidParameter(`Invalid number of argument(s) for the ${operator} ComparisonOperator`);
  }
}

/** Throws ValidationException unless all values are of one type. */
export function checkSameType({ values }: KeyCondition): void {
  const [first, ...others] = values.map(typeOf);
  if (others.some((type) => type !== first)) {
    throw invalidParameter("AttributeValues inside AttributeValueList must be of same type");
  }
}

/** Throws ValidationException unless the lower bound is the lower one. */
export function checkBounds({ operator, values: [lower, upper] }: KeyCondition): void {
  if (operator === "BETWEEN" && lower && upper && (compareValues(lower, upper) ?? 0) > 0) {
    throw validationException(
      "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound",
    );
  }
}

/** Throws ValidationException for a condition of `KeyConditions`, `QueryFilter` or `ScanFilter` that is none. */
export function checkLegacyCondition(condition: KeyCondition): void {
  checkNumberOfValues(condition);
  checkSameType(condition);
  const { operator, values } = condition;
  const { types } = ruleOf(operator);
  const wrong = values.map(typeOf).find((type) => !types.includes(type));
  if (wrong) {
    throw invalidParameter(`ComparisonOperator ${operator} is not valid for ${wrong} AttributeValue type`);
  }
  checkBounds(condition);
}

function ruleOf(operator: string): OperatorRule {
  const rule = rules.get(operator);
  if (!rule) throw new Error(`The API model has let a comparison operator pass that there is not: ${operator}.`);
  return rule;
}

const comparators: ReadonlyMap<string, Comparator> = new Map([
  ["EQ", "="],
  ["NE", "<>"],
  ["LE", "<="],
  ["LT", "<"],
  ["GE", ">="],
  ["GT", ">"],
]);

/** A condition with a legacy operator as the expression that means the same. */
export function toCondition(attribute: string, { operator, values }: KeyCondition): Condition {
  const operand: Operand = { kind: "path", path: [attribute] };
  const operands = values.map((value): Operand => ({ kind: "value", value }));
  const [first = operand, second = operand] = operands;
  const comparator = comparators.get(operator);
  if (comparator) return { kind: "comparison", comparator, left: operand, right: first };
  const call = (name: string): Condition => ({ kind: "function", name, operands: [operand, ...operands] });
  switch (operator) {
    case "BETWEEN":
      return { kind: "between", operand, lower: first, upper: second };
    case "IN":
      return { kind: "in", operand, candidates: operands };
    case "CONTAINS":
      return call("contains");
    case "NOT_CONTAINS":
      return { kind: "not", condition: call("contains") };
    case "BEGINS_WITH":
      return call("begins_with");
    case "NULL":
      return call("attribute_not_exists");
    default:
      return call("attribute_exists");
  }
}

/**
 * Conditions joined by `ConditionalOperator`, which is `AND` where it is not given. Throws ValidationException if it is
 * given and there is nothing to join. Source of the messages: recordings in public projects.
 */
export function joinConditions(conditions: readonly Condition[], operator?: string): Condition | undefined {
  if (operator !== undefined && conditions.length < 2) {
    throw validationException(
      conditions.length === 0
        ? "ConditionalOperator cannot be used without Filter or Expected"
        : "ConditionalOperator can only be used when Filter or Expected has two or more elements",
    );
  }
  const kind = operator === "OR" ? "or" : "and";
  return conditions.reduce<Condition | undefined>(
    (joined, condition) => (joined ? { kind, left: joined, right: condition } : condition),
    undefined,
  );
}
