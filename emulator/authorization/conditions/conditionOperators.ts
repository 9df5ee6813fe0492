import { bool } from "./bool.ts";
import type { ConditionOperator } from "./conditionOperator.ts";
import { stringEquals } from "./stringEquals.ts";
import { stringLike } from "./stringLike.ts";

/** Every operator that a policy may use. A policy with another one is refused when it is written. */
export const conditionOperators: ReadonlyMap<string, ConditionOperator> = new Map(
  [bool, stringEquals, stringLike].map((operator) => [operator.name, operator]),
);
