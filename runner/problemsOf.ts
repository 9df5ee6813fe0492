import { EngineError } from "./engineError.ts";
import { UserError } from "../errors/userError.ts";

/**
 * What an error says to whoever reads the report, one sentence each. A bug keeps its stack trace: it is for whoever mends it.
 */
export function problemsOf(error: unknown): readonly string[] {
  if (error instanceof EngineError) return error.problems;
  if (error instanceof UserError) return [`${error.message} ${error.nextStep}`];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}
