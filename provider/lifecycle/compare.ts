import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Comparison, Resource } from "../resource.ts";
import { containsUnknown } from "../values.ts";

/** Whether two values of an input mean the same. What is unknown is the same as nothing. */
export function isSame(resource: Resource, name: string, was: unknown, willBe: unknown): boolean {
  if (containsUnknown(was) || containsUnknown(willBe)) {
    return false;
  }
  return isEqual(was, willBe) || (resource.same?.[name]?.(was, willBe) ?? false);
}

/** Compares lists whose order means nothing, such as a table's attribute definitions. */
export const sameSet: Comparison = (was, willBe) => isDeepStrictEqual(sorted(was), sorted(willBe));

/** Compares values by what a shape makes of them: what a value leaves out is its default. */
export function sameAs(shape: z.ZodType): Comparison {
  return (was, willBe) => {
    const [one, other] = [shape.safeParse(was), shape.safeParse(willBe)];
    return one.success && other.success && isDeepStrictEqual(one.data, other.data);
  };
}

/** An empty text, list or map is the same as none, as in the official provider. */
function isEqual(was: unknown, willBe: unknown): boolean {
  return isDeepStrictEqual(orNothing(was), orNothing(willBe));
}

function orNothing(value: unknown): unknown {
  const isEmpty = value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
  return isEmpty ? undefined : value;
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.map((item) => JSON.stringify(item)).sort() : list;
}
