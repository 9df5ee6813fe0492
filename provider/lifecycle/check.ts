import type { Failure } from "../errors.ts";
import type { Resource } from "../resource.ts";
import { Secret, UNKNOWN, isList } from "../values.ts";
import type { Properties, Value } from "../values.ts";
import { withDocuments } from "./documents.ts";
import { findFailures } from "./failures.ts";
import { withoutNotes } from "./inputs.ts";
import { DEFAULTS, automaticName, nameInput } from "./names.ts";
import type { NameRequest } from "./names.ts";

/** What the engine asks when it checks inputs. */
export interface CheckRequest extends NameRequest {
  /** The inputs of the last update; empty for a new resource and for one that replaces another. */
  readonly olds: Properties;
  readonly news: Properties;
  /** The provider's default tags, which the tags of the program override. */
  readonly defaultTags: Readonly<Record<string, string>>;
}

/** The inputs to go on with, and why they may not do. */
export interface Checked {
  readonly inputs: Properties;
  readonly failures: readonly Failure[];
}

/**
 * Checks the inputs of a resource, names it when the program does not, and adds the default tags. What the engine does
 * not know yet passes; it is checked again once it is known.
 */
export function check(resource: Resource, request: CheckRequest): Checked {
  const { inputs, failures } = named(resource, request);
  const complete = tagged(resource, inputs, request.defaultTags);
  return { inputs: complete, failures: [...failures, ...findFailures(resource, complete)] };
}

function named(resource: Resource, request: CheckRequest): Checked {
  const inputs = withDocuments(resource, withoutNotes(request.news));
  const input = nameInput(resource);
  if (resource.autoName === undefined || inputs[input] !== undefined) {
    return { inputs, failures: [] };
  }
  const name = automaticName(resource.autoName, request.olds, request);
  return typeof name === "string"
    ? { inputs: { ...inputs, [input]: name, [DEFAULTS]: [input] }, failures: [] }
    : { inputs: { ...inputs, [input]: UNKNOWN }, failures: [name] };
}

function tagged(resource: Resource, inputs: Properties, defaultTags: Properties): Properties {
  const hasDefaults = "tags" in resource.inputs && Object.keys(defaultTags).length > 0;
  return hasDefaults ? { ...inputs, tags: merged(defaultTags, inputs.tags) } : inputs;
}

function merged(defaultTags: Properties, tags: Value | undefined): Value {
  if (tags instanceof Secret) {
    return new Secret(merged(defaultTags, tags.value));
  }
  return tags === undefined || isMap(tags) ? { ...defaultTags, ...tags } : tags;
}

function isMap(value: Value): value is Properties {
  return typeof value === "object" && !isList(value) && !(value instanceof Secret);
}
