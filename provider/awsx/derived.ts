import { Secret, UNKNOWN } from "../values.ts";
import type { Value } from "../values.ts";

/** What is made of a text: secret where the text is, unknown while it is not known. */
export function derived(text: Value | undefined, make: (text: string) => Value): Value {
  if (text instanceof Secret) return new Secret(derived(text.value, make));
  return typeof text === "string" ? make(text) : UNKNOWN;
}
