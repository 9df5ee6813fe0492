import type { Facts } from "./facts.ts";

/** Something that a workshop has people do. */
export interface Checkpoint {
  readonly id: string;
  /** For whoever looks on, as a clause: `key created`. */
  readonly title: string;
  /** For whoever is to do it, with names in which `{prefix}` stands for what the sandbox's names begin with. */
  readonly task: string;
  /**
   * When it was done, ISO 8601: the time of the event, or, of what only shows in how things stand, when it was seen. However it was done, in the console, by the
   * command line or a program, and in whatever order. Nothing if it was not.
   */
  readonly reachedAt: (facts: Facts) => string | undefined;
}
