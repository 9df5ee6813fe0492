/** The engine could not bring something about. Its message is what the engine itself said was wrong. */
export class EngineError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options: ErrorOptions) {
    super(problems.join("\n"), options);
    this.name = "EngineError";
    this.problems = problems;
  }
}
