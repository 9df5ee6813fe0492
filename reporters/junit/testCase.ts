/** Why a test case is not green. */
export interface Mishap {
  readonly as: "failure" | "error" | "skipped";
  readonly type: string;
  /** One sentence. */
  readonly message: string;
  /** All that is known. */
  readonly text: string;
}

/** A test case of a JUnit report. */
export interface TestCase {
  readonly name: string;
  readonly milliseconds: number;
  /** Absent: it passed. */
  readonly mishap?: Mishap;
}
