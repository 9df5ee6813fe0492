import { negation, type ConditionOperator } from "./conditionOperator.ts";
import { stringEqualsIgnoreCase } from "./stringEqualsIgnoreCase.ts";

/** Everything that `StringEqualsIgnoreCase` does not match. */
export const stringNotEqualsIgnoreCase: ConditionOperator = negation(
  stringEqualsIgnoreCase,
  "StringNotEqualsIgnoreCase",
);
