import { UserError } from "../errors/userError.ts";
import { Interrupted } from "./interruption.ts";

/** What an error means for the person at the keyboard, and for the exit code. */
export interface Told {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/** The exit code of a run that was interrupted, as shells have it: 128 and the number of SIGINT. */
export const interruptedExitCode = 130;

/** A mistake of the user is a sentence and the next step; anything else is a bug, and keeps its stack trace. */
export function tellError(error: unknown): Told {
  if (error instanceof Interrupted) return { lines: ["Interrupted."], exitCode: interruptedExitCode };
  if (error instanceof UserError) return { lines: [error.message, error.nextStep], exitCode: error.exitCode };
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { lines: [trace, "This is a bug in Keylab. Please report it, with the lines above."], exitCode: 1 };
}
