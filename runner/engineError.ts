/** One thing that was wrong, and the resource with which it was, as `aws:kms/key:Key key`. */
export interface EngineProblem {
  readonly message: string;
  readonly resource?: string;
}

/** The engine could not bring something about. Its message is what the engine itself said was wrong. */
export class EngineError extends Error {
  readonly problems: readonly EngineProblem[];

  constructor(problems: readonly EngineProblem[], options: ErrorOptions) {
    super(problems.map(({ message }) => message).join("\n"), options);
    this.name = "EngineError";
    this.problems = problems;
  }
}
