import type { EntryOptions } from "../run/targetChoice.ts";
import type { BackendOptions } from "../run/readBackend.ts";

/** What all commands of `keylab sandbox` were told. */
export interface ClassOptions extends EntryOptions, BackendOptions {
  /** The name of the class. Default: the only one that there is. */
  readonly class?: string;
  /** Default: where the class is. */
  readonly target?: string;
  /** How many sandboxes are worked on at a time. Default: 2. */
  readonly parallel?: number;
}
