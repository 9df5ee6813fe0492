/**
 * A condition operator as policies name it, without the prefix `ForAllValues:` or `ForAnyValue:` and the suffix `IfExists`.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export interface ConditionOperator {
  readonly name: string;
  /** Set for the `Not…` operators: none of the values that the policy states may match. */
  readonly negated?: true;
  /** Set for `Null` alone: it is given whether the key is missing (`true`, `false`), not the key's values. */
  readonly testsPresence?: true;
  /** Set where `*` and `?` of the policy stand for any characters. */
  readonly hasWildcards?: true;
  /** Whether a value of the request matches a value of the policy. A `Not…` operator answers as the one that it negates. */
  matches(requested: string, stated: string): boolean;
  /**
   * What is wrong with a value of a policy; `undefined` if nothing is. Absent where every value will do.
   * Values with policy variables are not to be checked: they become values when a request comes.
   */
  check?(stated: string): string | undefined;
}

/** The operator that asks for the contrary. */
export function negation(operator: ConditionOperator, name: string): ConditionOperator {
  return { ...operator, name, negated: true };
}
