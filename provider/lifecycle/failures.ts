import * as z from "zod";
import type { Failure } from "../errors.ts";
import type { Resource } from "../resource.ts";
import { containsUnknown, revealAll } from "../values.ts";
import type { Properties } from "../values.ts";
import { WIRE } from "../wire.ts";
import { withoutNotes } from "./inputs.ts";

/** Whatever takes inputs: a resource type, a function, the provider's settings. */
export type Checkable = Pick<Resource, "token" | "inputs" | "unsupported" | "check">;

/**
 * What is wrong with inputs: unknown names, missing inputs, wrong kinds of value, inputs that are not supported. What
 * the engine does not know yet is not wrong.
 */
export function findFailures(subject: Checkable, inputs: Properties): readonly Failure[] {
  const values = revealAll(withoutNotes(inputs));
  const parsed = z.strictObject(subject.inputs).safeParse(values);
  if (parsed.success) {
    return subject.check?.(parsed.data) ?? [];
  }
  return parsed.error.issues.flatMap((issue) => failuresOf(subject, issue, values));
}

function failuresOf(subject: Checkable, issue: z.core.$ZodIssue, values: unknown): readonly Failure[] {
  const given = valueAt(values, issue.path);
  if (isMarked(given)) {
    const property = pathOf(issue.path);
    return [{ property, reason: `${property}: an asset or archive is given where another value is expected` }];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const property = pathOf([...issue.path, key]);
      return { property, reason: refusal(subject, property) };
    });
  }
  const property = pathOf(issue.path);
  if (given === undefined) {
    return [{ property, reason: `${property} is required, but missing` }];
  }
  return containsUnknown(given) ? [] : [{ property, reason: issue.message }];
}

/** Whether a value is an asset or an archive. */
function isMarked(value: unknown): boolean {
  return typeof value === "object" && value !== null && WIRE.signature in value;
}

function refusal({ token, unsupported }: Checkable, property: string): string {
  return unsupported.includes(property)
    ? `${property} is not supported by the embedded provider`
    : `${property} is unknown; ${token} has no such input`;
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
