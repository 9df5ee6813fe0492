import { isRecord } from "../../protocols/validate.ts";
import { invalidPattern } from "./eventsError.ts";
import { readFilter, type Filter } from "./filter.ts";

/** Whether an event matches. */
export type EventPattern = (event: unknown) => boolean;

/**
 * Reads an event pattern: all fields that it names must match, each by any of its filters. Throws
 * InvalidEventPatternException. Source: EventBridge User Guide, "Event patterns" and "Comparison operators for use in event
 * patterns". Numbers are compared by value: AWS tells `300` from `300.0` in an exact match, JSON as it is read here does not.
 */
export function readEventPattern(text: string): EventPattern {
  const document = parse(text);
  if (!isRecord(document) || Object.keys(document).length === 0) throw invalidPattern("Filter is not an object");
  return readFields(document, "");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidPattern("Filter is not valid JSON");
  }
}

function readFields(fields: Readonly<Record<string, unknown>>, path: string): EventPattern {
  const parts = Object.entries(fields).map(([name, stated]) =>
    name === "$or" ? readAlternatives(stated, path) : readField(name, stated, path === "" ? name : `${path}.${name}`),
  );
  return (event) => parts.every((matches) => matches(event));
}

function readAlternatives(stated: unknown, path: string): EventPattern {
  if (!Array.isArray(stated) || stated.length < 2 || !stated.every(isRecord)) {
    throw invalidPattern("There must be at least 2 Objects in $or relationship");
  }
  const alternatives = stated.map((fields) => readFields(fields, path));
  return (event) => alternatives.some((matches) => matches(event));
}

function readField(name: string, stated: unknown, path: string): EventPattern {
  if (Array.isArray(stated)) return readLeaf(name, stated, path);
  if (!isRecord(stated)) throw invalidPattern(`"${path}" must be an object or an array`);
  if (Object.keys(stated).length === 0) throw invalidPattern(`Empty objects are not allowed: "${path}"`);
  const matches = readFields(stated, path);
  // Where an array of objects stands, one of them must match as a whole.
  return (event) => members(event, name).some(matches) || (members(event, name).length === 0 && matches(undefined));
}

function readLeaf(name: string, stated: readonly unknown[], path: string): EventPattern {
  if (stated.length === 0) throw invalidPattern(`Empty arrays are not allowed: "${path}"`);
  const filters = stated.map((filter): Filter => readFilter(filter, path));
  return (event) => {
    const leaves = members(event, name).filter((value) => !isRecord(value));
    return filters.some((filter) => (filter.of === "presence" ? filter.matches(leaves) : leaves.some(filter.matches)));
  };
}

/** The values of a field: those of its array, arrays within arrays laid open; none where the field is missing. */
function members(event: unknown, name: string): readonly unknown[] {
  if (!isRecord(event) || !Object.hasOwn(event, name)) return [];
  return [event[name]].flat(Infinity);
}
