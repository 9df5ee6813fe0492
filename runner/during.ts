import type { ProblemPlace } from "./problemsOf.ts";

/** Something went wrong, and this was under way. The error itself is the cause. */
export class StageError extends Error {
  readonly place: ProblemPlace;

  constructor(place: ProblemPlace, cause: unknown) {
    super(place.stage, { cause });
    this.name = "StageError";
    this.place = place;
  }
}

/** Does the work; what fails says what was under way. Throws a StageError. */
export async function during<Result>(place: ProblemPlace, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StageError ? error : new StageError(place, error);
  }
}
