import { validationException } from "../errors.ts";
import type { ExpressionTexts } from "./requestExpressions.ts";

/** What an operation takes in one way and in the other. */
export interface ParameterKinds {
  readonly expressions: readonly (keyof ExpressionTexts)[];
  readonly legacy: readonly string[];
}

/**
 * Throws ValidationException for a request that mixes expressions and their legacy counterparts, or brings placeholders
 * without expressions. Source of rules and messages: dynalite's recordings.
 */
export function checkParameters(request: ExpressionTexts & object, { expressions, legacy }: ParameterKinds): void {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = request;
  const used = expressions.filter((name) => request[name] !== undefined);
  if (names === undefined && values === undefined && used.length === 0) return;
  const given = new Set(Object.entries(request).flatMap(([name, value]) => (value === undefined ? [] : [name])));
  const usedLegacy = legacy.filter((name) => given.has(name) && !isBesideExpressions(name, given));
  if (used.length > 0 && usedLegacy.length > 0) {
    throw validationException(
      "Can not use both expression and non-expression parameters in the same request: " +
        `Non-expression parameters: {${usedLegacy.join(", ")}} Expression parameters: {${used.join(", ")}}`,
    );
  }
  if (names !== undefined && used.length === 0) {
    throw validationException("ExpressionAttributeNames can only be specified when using expressions");
  }
  const withValues = expressions.filter((name) => name !== "ProjectionExpression");
  if (values !== undefined && !withValues.some((name) => given.has(name))) {
    const verb = withValues.length > 1 ? "are" : "is";
    throw validationException(
      `ExpressionAttributeValues can only be specified when using expressions: ${withValues.join(" and ")} ${verb} null`,
    );
  }
}

/** `KeyConditions` may stand beside the expressions that do not replace it. */
function isBesideExpressions(name: string, given: ReadonlySet<string>): boolean {
  return name === "KeyConditions" && !given.has("KeyConditionExpression");
}
