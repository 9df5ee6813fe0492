import { isDeepStrictEqual } from "node:util";
import type { Plain } from "../scenarios/contract/expectation.ts";

/**
 * Whether what came back is what was expected: objects may have more members than are named, lists may not have more
 * items, everything else is equal. A member that is expected to be `undefined` must be absent.
 */
export function matchesYield(expected: Plain, found: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(found) && found.length === expected.length && expected.every(item);
  }
  if (typeof expected === "object" && expected !== null) {
    return isRecord(found) && Object.entries(expected).every(([name, value]) => matchesYield(value, found[name]));
  }
  return isDeepStrictEqual(expected, found);

  function item(value: Plain, index: number): boolean {
    return Array.isArray(found) && matchesYield(value, found[index]);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
