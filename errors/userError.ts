/**
 * A mistake that the person at the keyboard can mend. It is shown as a sentence and the next step, never with a stack
 * trace; every other error is a bug and keeps its trace.
 */
export class UserError extends Error {
  /** What to do next: a command or a change, as a sentence of its own. */
  readonly nextStep: string;
  /** The exit code of the process: 2 for wrong usage, 1 for everything else. */
  readonly exitCode: 1 | 2;

  constructor(message: string, nextStep: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.name = "UserError";
    this.nextStep = nextStep;
    this.exitCode = exitCode;
  }
}
