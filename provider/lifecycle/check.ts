import { z } from "zod";
import type { Failure } from "../errors.ts";
import type { Resource } from "../resource.ts";
import { Secret, UNKNOWN, containsUnknown, isList, revealAll } from "../values.ts";
import type { Properties, Value } from "../values.ts";
import { withoutNotes } from "./inputs.ts";
import { DEFAULTS, automaticName } from "./names.ts";
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

/** Whatever takes inputs: a resource type or a function. */
export type Checkable = Pick<Resource, "token" | "inputs" | "unsupported" | "check">;

/** What is wrong with inputs: unknown names, missing inputs, wrong kinds of value, inputs that are not supported. */
export function findFailures(subject: Checkable, inputs: Properties): readonly Failure[] {
  const values = revealAll(withoutNotes(inputs));
  const parsed = z.strictObject(subject.inputs).safeParse(values);
  if (parsed.success) {
    return subject.check?.(parsed.data) ?? [];
  }
  return parsed.error.issues.flatMap((issue) => failuresOf(subject, issue, values));
}

function named(resource: Resource, request: CheckRequest): Checked {
  const inputs = withoutNotes(request.news);
  if (resource.autoName === undefined || inputs.name !== undefined) {
    return { inputs, failures: [] };
  }
  const name = automaticName(resource.autoName, request.olds, request);
  return typeof name === "string"
    ? { inputs: { ...inputs, name, [DEFAULTS]: ["name"] }, failures: [] }
    : { inputs: { ...inputs, name: UNKNOWN }, failures: [name] };
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

function failuresOf(subject: Checkable, issue: z.core.$ZodIssue, values: unknown): readonly Failure[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      property: pathOf([...issue.path, key]),
      reason: issue.path.length === 0 ? refusal(subject, key) : "is unknown here",
    }));
  }
  const property = pathOf(issue.path);
  const value = valueAt(values, issue.path);
  if (value === undefined) {
    return [{ property, reason: "is required and missing" }];
  }
  return containsUnknown(value) ? [] : [{ property, reason: issue.message }];
}

function refusal(subject: Checkable, name: string): string {
  return subject.unsupported.includes(name)
    ? "is not supported by the embedded provider"
    : `is not an input of ${subject.token}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => {
    return typeof part === "object" && part !== null ? Reflect.get(part, key) : part;
  }, value);
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    return typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}
