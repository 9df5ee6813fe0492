import { AwsError } from "../../awsError.ts";
import { ExpressionError } from "./expressions/expressionError.ts";
import { keyConditionsOf, type KeyConditions } from "./expressions/keyCondition.ts";
import { parseCondition } from "./expressions/parseCondition.ts";
import { Placeholders } from "./expressions/placeholders.ts";
import type { ExpressionTexts } from "./expressions/requestExpressions.ts";
import type { AttributeValue } from "./values/attributeValue.ts";

/**
 * The value that a key condition asks an attribute to equal, as the query itself will read it: what decides about access
 * must not read it otherwise. Nothing, if there is none, or if the query will be refused for its expression.
 */
export function queriedKey(request: ExpressionTexts, attribute: string): AttributeValue | undefined {
  const condition = keyConditions(request).get(attribute);
  return condition?.operator === "EQ" ? condition.values[0] : undefined;
}

function keyConditions(request: ExpressionTexts): KeyConditions {
  const { KeyConditionExpression: expression, ExpressionAttributeNames, ExpressionAttributeValues } = request;
  if (expression === undefined) return new Map();
  try {
    const placeholders = new Placeholders(ExpressionAttributeNames, ExpressionAttributeValues);
    return keyConditionsOf(parseCondition(expression, placeholders));
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof AwsError) return new Map();
    throw error;
  }
}
