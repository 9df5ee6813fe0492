/** A condition operator: compares one value of the request with one value of the policy. */
export interface ConditionOperator {
  readonly name: string;
  /** Whether the value of the request matches the value that the policy names. */
  matches(requested: string, stated: string): boolean;
}
