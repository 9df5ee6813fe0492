import type { Condition } from "../expressions/condition.ts";
import type { KeyCondition, KeyConditions } from "../expressions/keyCondition.ts";
import { parseAttributeValue, type RawValue } from "../values/parseAttributeValue.ts";
import { checkLegacyCondition, joinConditions, toCondition } from "./legacyCondition.ts";

/** A condition as `KeyConditions`, `QueryFilter` and `ScanFilter` have it. */
export interface RawCondition {
  readonly ComparisonOperator: string;
  readonly AttributeValueList?: readonly RawValue[];
}

export type RawConditions = Readonly<Record<string, RawCondition>>;

/** Reads conditions by attribute. Throws ValidationException. */
export function readConditions(raw: RawConditions): KeyConditions {
  return new Map(Object.entries(raw).map(([name, condition]) => [name, readCondition(condition)]));
}

/** The filter that conditions by attribute make together. Throws ValidationException. */
export function legacyFilter(raw: RawConditions | undefined, operator?: string): Condition | undefined {
  const conditions = [...readConditions(raw ?? {})].map(([name, condition]) => toCondition(name, condition));
  return joinConditions(conditions, operator);
}

function readCondition({ ComparisonOperator: operator, AttributeValueList = [] }: RawCondition): KeyCondition {
  const condition = { operator, values: AttributeValueList.map((raw) => parseAttributeValue(raw)) };
  checkLegacyCondition(condition);
  return condition;
}
