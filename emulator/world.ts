import type { Dispatcher } from "./dispatcher.ts";
import type { Instance } from "./instance.ts";
import type { Registry } from "./registry.ts";

/** An embedded AWS as calls find it. */
export interface World {
  readonly instance: Instance;
  readonly registry: Registry;
  readonly dispatcher: Dispatcher;
}
