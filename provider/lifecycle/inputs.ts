import * as z from "zod";
import type { Resource } from "../resource.ts";
import { mapProperties, revealAll } from "../values.ts";
import type { Properties } from "../values.ts";

/** Inputs as the program gave them, without the engine's and the provider's notes: names that begin with `__`. */
export function withoutNotes(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith("__")));
}

/**
 * Inputs ready for a resource type: secrets laid open, defaults filled in.
 *
 * @throws z.ZodError when they do not fit; `check` has seen to it that they do.
 */
export function parseInputs(resource: Resource, inputs: Properties): Record<string, unknown> {
  return z.strictObject(resource.inputs).parse(revealAll(withoutNotes(inputs)));
}

/**
 * What is known of an existing resource from its recorded state. A value that does not fit, because no
 * program may ask for it, is taken as not known.
 */
export function parseKnown(resource: Resource, state: Properties): Record<string, unknown> {
  const recorded = revealAll(state);
  return mapProperties(
    { ...resource.outputs, ...resource.inputs },
    (kind, name) => kind.safeParse(recorded[name]).data,
  );
}

/** All inputs with secrets laid open and defaults filled in, one by one, so that some of them may be unknown. */
export function withDefaults(resource: Resource, inputs: Properties): Record<string, unknown> {
  const given = revealAll(withoutNotes(inputs));
  const defaults = mapProperties(resource.inputs, (kind) => kind.safeParse(undefined).data);
  return { ...defaults, ...given };
}
