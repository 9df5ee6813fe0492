import { UserError } from "../errors/userError.ts";
import type { Problem } from "../reporters/events.ts";
import { StageError } from "./during.ts";
import { EngineError } from "./engineError.ts";
import { Unsupported } from "./unsupported.ts";

/** When something went wrong. */
export type ProblemPlace = Pick<Problem, "stage" | "phase">;

/**
 * What an error says to whoever reads the report. A bug keeps its stack trace: it is for whoever mends it.
 *
 * @param place what was under way, if the error itself does not say
 */
export function problemsOf(error: unknown, place: ProblemPlace): readonly Problem[] {
  if (error instanceof StageError) return problemsOf(error.cause, error.place);
  if (error instanceof EngineError) return error.problems.map((problem) => ({ ...place, ...problem }));
  if (error instanceof Unsupported) return [{ ...place, resource: error.resource, message: error.message }];
  if (error instanceof UserError) return [{ ...place, message: error.message, nextStep: error.nextStep }];
  return [{ ...place, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }];
}
