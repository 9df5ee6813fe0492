/** What the value of an argument may be. */
export interface Rule<Value> {
  /** What is allowed, to complete the sentence "deletionWindowInDays is 6; allowed is …". */
  readonly allowed: string;
  /** Whether the value is allowed. */
  readonly accepts: (value: Value) => boolean;
}
