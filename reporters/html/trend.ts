/** An earlier run, as the trend shows it. */
export interface EarlierRun {
  readonly runId: string;
  /** When it began: ISO 8601. */
  readonly at: string;
  /** Expectations. */
  readonly passed: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly milliseconds: number;
  /** Expectations that did not always come out the same, for people: `kms/first-key: user Decrypt ciphertext`. */
  readonly flaky: readonly string[];
  /** The longest time until answers counted, in milliseconds, by the id of the scenario; those that waited for nothing are left out. */
  readonly convergence: Readonly<Record<string, number>>;
}

/** The latest runs before this one, and this one, oldest first. */
export interface Trend {
  readonly runs: readonly EarlierRun[];
}
