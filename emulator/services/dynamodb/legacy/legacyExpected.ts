import { invalidParameter } from "../errors.ts";
import type { Condition } from "../expressions/condition.ts";
import { parseAttributeValue, type RawValue } from "../values/parseAttributeValue.ts";
import { checkBounds, checkNumberOfValues, checkSameType, joinConditions, toCondition } from "./legacyCondition.ts";

/** What `Expected` says of one attribute. */
export interface RawExpectation {
  readonly Value?: RawValue;
  readonly Exists?: boolean;
  readonly ComparisonOperator?: string;
  readonly AttributeValueList?: readonly RawValue[];
}

/**
 * The condition that the parameter `Expected` stands for. Throws ValidationException.
 * Source of rules and messages: dynalite's recordings.
 */
export function legacyExpected(
  expected: Readonly<Record<string, RawExpectation>> | undefined,
  operator?: string,
): Condition | undefined {
  const conditions = Object.entries(expected ?? {}).map(([name, expectation]) => expectationOf(name, expectation));
  return joinConditions(conditions, operator);
}

function expectationOf(name: string, expectation: RawExpectation): Condition {
  const { Value, Exists, ComparisonOperator, AttributeValueList } = expectation;
  if (AttributeValueList && Value) {
    throw invalidParameter(`Value and AttributeValueList cannot be used together for Attribute: ${name}`);
  }
  if (ComparisonOperator !== undefined) return comparison(name, ComparisonOperator, expectation);
  if (AttributeValueList) {
    throw invalidParameter(`AttributeValueList can only be used with a ComparisonOperator for Attribute: ${name}`);
  }
  if (Exists === false) {
    if (Value) throw invalidParameter(`Value cannot be used when Exists is false for Attribute: ${name}`);
    return toCondition(name, { operator: "NULL", values: [] });
  }
  if (!Value) {
    throw invalidParameter(`Value must be provided when Exists is ${Exists ?? "null"} for Attribute: ${name}`);
  }
  return toCondition(name, { operator: "EQ", values: [parseAttributeValue(Value)] });
}

function comparison(name: string, operator: string, { Value, Exists, AttributeValueList }: RawExpectation): Condition {
  if (Exists !== undefined) {
    throw invalidParameter(`Exists and ComparisonOperator cannot be used together for Attribute: ${name}`);
  }
  const raw = AttributeValueList ?? (Value && [Value]);
  if (!raw && operator !== "NULL" && operator !== "NOT_NULL") {
    throw invalidParameter(
      `Value or AttributeValueList must be used with ComparisonOperator: ${operator} for Attribute: ${name}`,
    );
  }
  const condition = { operator, values: (raw ?? []).map((value) => parseAttributeValue(value)) };
  checkNumberOfValues(condition);
  checkSameType(condition);
  checkBounds(condition);
  return toCondition(name, condition);
}
