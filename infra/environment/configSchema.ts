import * as z from "zod";

import type { Rule } from "../rules/rule.ts";

// The message of every schema is what is allowed; `configSentences` makes a sentence of it.

/** Any text. */
export const text = z.string({ error: "a text" });

/** True or false. */
export const flag = z.boolean({ error: "true or false" });

/** Tags by key. */
export const tags = z.record(z.string(), text, { error: "texts by name" });

/** A text that keeps to a rule. */
export function textOf({ allowed, accepts }: Rule<string>) {
  return z.string({ error: allowed }).refine(accepts, { error: allowed });
}

/** A number that keeps to a rule. */
export function numberOf({ allowed, accepts }: Rule<number>) {
  return z.number({ error: allowed }).refine(accepts, { error: allowed });
}

/** One of several words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, { error: words.join(" or ") });
}

/** A list. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: "a list" });
}

/** Settings by name. Unknown ones are refused: a misspelt setting would otherwise do nothing. */
export function settings<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, { error: `settings named ${Object.keys(shape).join(", ")}` });
}
