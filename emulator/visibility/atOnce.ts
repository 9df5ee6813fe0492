import type { Visibility } from "./visibility.ts";

/** Everything is visible as soon as it is written. */
export const atOnce: Visibility = {
  see: (_kind, _name, written) => written,
  wrote: () => undefined,
  settle: () => undefined,
};
