import { unliteralText } from "../policyVariables.ts";
import type { ConditionContext } from "./conditionContext.ts";
import type { QualifiedOperator } from "./conditionOperators.ts";

/** One operator applied to one key. */
export interface ConditionTest extends QualifiedOperator {
  /** In lower case. */
  readonly key: string;
  /** The values that the policy states. Any of them may match; under a `Not…` operator none may. */
  readonly values: readonly string[];
}

/** Whether a condition is met, with what explanations need. */
export interface ConditionOutcome {
  readonly met: boolean;
  /** The request's values of the key; `undefined` if the key is missing. */
  readonly requested: readonly string[] | undefined;
}

/**
 * Fills the policy variables of a stated value in. `undefined`: a variable has neither a value nor a default, so that the
 * value equals nothing and is like nothing. Source: IAM User Guide, "Policy variables with no value".
 */
export type Substitute = (stated: string) => string | undefined;

type Matches = (requested: string) => boolean;

/**
 * Whether a request meets a condition. Source: IAM User Guide, "Condition operators", "Set operators for multivalued context
 * keys" and "Evaluation logic for multiple context keys or values".
 */
export function isMet(condition: ConditionTest, context: ConditionContext, substitute: Substitute): ConditionOutcome {
  const values = context.get(condition.key);
  // A key without any value is null, as a missing one is.
  const requested = values?.length ? values : undefined;
  return { met: decides(condition, requested, substitute), requested };
}

function decides(condition: ConditionTest, requested: readonly string[] | undefined, substitute: Substitute): boolean {
  const { operator, quantifier, ifExists, values } = condition;
  const matches: Matches = (value) =>
    values.some((stated) => {
      const resolved = substitute(stated);
      return (
        resolved !== undefined && operator.matches(value, operator.hasWildcards ? resolved : unliteralText(resolved))
      );
    });
  if (operator.testsPresence) return matches(String(requested === undefined));
  if (!requested && ifExists) return true;
  const negated = operator.negated === true;
  if (quantifier) return setMatches(quantifier, requested, (value) => matches(value) !== negated);
  return (requested?.some(matches) ?? false) !== negated;
}

/** A set of empty texts alone counts as an empty one: all of its values match, and not any. */
function setMatches(quantifier: "all" | "any", requested: readonly string[] | undefined, matches: Matches): boolean {
  const isEmpty = !requested || requested.every((value) => value === "");
  if (quantifier === "all") return isEmpty || requested.every(matches);
  return !isEmpty && requested.some(matches);
}
