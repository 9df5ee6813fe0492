import type { Problem } from "../reporters/events.ts";
import { problemsOf } from "./problemsOf.ts";

/** Something to undo. */
interface Step {
  readonly name: string;
  readonly stage: Problem["stage"];
  readonly undo: () => Promise<void>;
}

/**
 * What must be undone, whatever happens. A step is registered before the thing that it undoes is begun, so that what fails
 * half-way is undone as well. The steps run in reverse order, all of them, even if some fail.
 */
export class Teardown {
  readonly #steps: Step[] = [];

  /** @param name completes the sentence "… failed" */
  add(name: string, undo: () => Promise<void>, stage: Problem["stage"] = "clean-up"): void {
    this.#steps.push({ name, undo, stage });
  }

  /** Undoes everything. Returns what went wrong. */
  async run(): Promise<Problem[]> {
    const problems: Problem[] = [];
    for (const { name, undo, stage } of this.#steps.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        const told = problemsOf(error, { stage });
        problems.push(...told.map((problem) => ({ ...problem, message: `${name} failed: ${problem.message}` })));
      }
    }
    return problems;
  }
}
