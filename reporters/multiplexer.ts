import type { RunEvent } from "./events.ts";
import type { Reporter } from "./reporter.ts";

/** A reporter with the name under which its failure is told. */
export interface NamedReporter {
  readonly name: string;
  readonly reporter: Reporter;
}

/**
 * Several reporters as one. A reporter that throws hears nothing more, and the others go on: a broken report must not
 * end a run, which has resources to tear down.
 */
export class Multiplexer implements Reporter {
  readonly #reporters: readonly NamedReporter[];
  readonly #broken = new Map<string, unknown>();
  #closing: Promise<void> | undefined;

  constructor(reporters: readonly NamedReporter[]) {
    this.#reporters = reporters;
  }

  on(event: RunEvent): void {
    for (const { name, reporter } of this.#working()) {
      try {
        reporter.on(event);
      } catch (error) {
        this.#broken.set(name, error);
      }
    }
  }

  /** Closes every reporter, the broken ones too. A second call waits for the first. */
  close(): Promise<void> {
    return (this.#closing ??= this.#closeAll());
  }

  /** What broke, by name of the reporter: its first error. */
  get problems(): ReadonlyMap<string, unknown> {
    return this.#broken;
  }

  #working(): readonly NamedReporter[] {
    return this.#reporters.filter(({ name }) => !this.#broken.has(name));
  }

  async #closeAll(): Promise<void> {
    for (const { name, reporter } of this.#reporters) {
      try {
        await reporter.close?.();
      } catch (error) {
        if (!this.#broken.has(name)) this.#broken.set(name, error);
      }
    }
  }
}
