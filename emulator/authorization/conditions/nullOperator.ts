import { bool } from "./bool.ts";
import type { ConditionOperator } from "./conditionOperator.ts";

/** `true`: the key must be missing; `false`: it must be there. Source: IAM User Guide, "Condition operator to check existence of condition keys". */
export const nullOperator: ConditionOperator = { ...bool, name: "Null", testsPresence: true };
