import { validationException } from "../errors.ts";
import type { AttributeValue } from "../values/attributeValue.ts";
import type { Comparator, Condition, Operand } from "./condition.ts";
import type { DocumentPath } from "./documentPath.ts";

/** What a query asks of one attribute of the key. Operators are those of the parameter `KeyConditions`. */
export interface KeyCondition {
  readonly operator: string;
  readonly values: readonly AttributeValue[];
}

/** By the attribute's name. */
export type KeyConditions = ReadonlyMap<string, KeyCondition>;

/**
 * Reads a parsed key condition: for each attribute one comparison with values. Throws ValidationException.
 * Source of the messages: dynalite's recordings.
 */
export function keyConditionsOf(condition: Condition): KeyConditions {
  const conditions = new Map<string, KeyCondition>();
  collect(condition, conditions);
  return conditions;
}

const operatorNames: Readonly<Record<Exclude<Comparator, "<>">, string>> = {
  "=": "EQ",
  "<": "LT",
  "<=": "LE",
  ">": "GT",
  ">=": "GE",
};
const mirrored: Readonly<Record<Exclude<Comparator, "<>">, string>> = {
  "=": "EQ",
  "<": "GT",
  "<=": "GE",
  ">": "LT",
  ">=": "LE",
};

function collect(condition: Condition, conditions: Map<string, KeyCondition>): void {
  switch (condition.kind) {
    case "and":
      collect(condition.left, conditions);
      collect(condition.right, conditions);
      return;
    case "or":
    case "not":
    case "in":
      throw invalidOperator(condition.kind.toUpperCase());
    case "between":
      add(conditions, "BETWEEN", [condition.operand, condition.lower, condition.upper]);
      return;
    case "function":
      if (condition.name !== "begins_with") throw invalidOperator(condition.name);
      add(conditions, "BEGINS_WITH", condition.operands, "begins_with");
      return;
    case "comparison":
      addComparison(conditions, condition);
  }
}

function addComparison(
  conditions: Map<string, KeyCondition>,
  { comparator, left, right }: Extract<Condition, { kind: "comparison" }>,
): void {
  if (comparator === "<>") throw invalidOperator("<>");
  const isMirrored = left.kind !== "path";
  const operator = isMirrored ? mirrored[comparator] : operatorNames[comparator];
  const [first, second] = isMirrored ? [right, left] : [left, right];
  checkOperands([left, right]);
  if (first.kind !== "path") throw invalidCondition("No key attribute specified");
  put(conditions, first.path, operator, [second]);
}

function add(
  conditions: Map<string, KeyCondition>,
  operator: string,
  operands: readonly Operand[],
  shownOperator = operator,
): void {
  const [first, ...values] = operands;
  if (first?.kind !== "path") {
    throw invalidCondition(`${shownOperator} operator must have the key attribute as its first operand`);
  }
  checkOperands(operands);
  put(conditions, first.path, operator, values);
}

function checkOperands(operands: readonly Operand[]): void {
  if (operands.some(({ kind }) => kind === "function")) {
    throw validationException("KeyConditionExpressions cannot contain nested operations");
  }
  if (operands.filter(({ kind }) => kind === "path").length > 1) {
    throw invalidCondition("Multiple attribute names used in one condition");
  }
}

function put(
  conditions: Map<string, KeyCondition>,
  [name, ...steps]: DocumentPath,
  operator: string,
  operands: readonly Operand[],
): void {
  if (steps.length > 0) {
    throw validationException("KeyConditionExpressions cannot have conditions on nested attributes");
  }
  if (conditions.has(name)) {
    throw validationException("KeyConditionExpressions must only contain one condition per key");
  }
  const values = operands.flatMap((operand) => (operand.kind === "value" ? [operand.value] : []));
  conditions.set(name, { operator, values });
}

function invalidOperator(operator: string) {
  return validationException(`Invalid operator used in KeyConditionExpression: ${operator}`);
}

function invalidCondition(problem: string) {
  return validationException(`Invalid condition in KeyConditionExpression: ${problem}`);
}
