import { ipRange, isInRange } from "../../authorization/conditions/ipRange.ts";
import { isRecord } from "../../protocols/validate.ts";
import { invalidPattern } from "./eventsError.ts";
import { readWildcard } from "./wildcard.ts";

/** Whether a value of an event is one that is looked for. */
type Test = (value: unknown) => boolean;

/** One entry of a field's list: about each of its values, or about whether there is any. */
export type Filter =
  | { readonly of: "value"; readonly matches: Test }
  | { readonly of: "presence"; readonly matches: (values: readonly unknown[]) => boolean };

/** Reads a filter: a value that must be the same, or an operator. Throws InvalidEventPatternException. */
export function readFilter(stated: unknown, path: string): Filter {
  if (!isRecord(stated)) return { of: "value", matches: same(stated, path) };
  const [[name, operand] = [""], ...more] = Object.entries(stated);
  if (name === "" || more.length > 0) throw invalidPattern(`Only one key allowed in match expression: "${path}"`);
  if (name === "exists") {
    if (typeof operand !== "boolean")
      throw invalidPattern(`exists match pattern must be either true or false: "${path}"`);
    return { of: "presence", matches: (values) => values.length > 0 === operand };
  }
  const read = operators.get(name);
  if (!read) throw invalidPattern(`Unrecognized match type ${name}: "${path}"`);
  return { of: "value", matches: read(operand, path) };
}

const operators: ReadonlyMap<string, (operand: unknown, path: string) => Test> = new Map([
  ["prefix", readPrefix],
  ["suffix", readSuffix],
  ["equals-ignore-case", readIgnoringCase],
  ["wildcard", (operand: unknown, path: string) => ofText(readWildcard(text(operand, "wildcard", path), path))],
  ["anything-but", readAnythingBut],
  ["numeric", readNumeric],
  ["cidr", readRange],
]);

/** Of these, `anything-but` takes one or many. */
const negatable: readonly string[] = ["prefix", "suffix", "wildcard", "equals-ignore-case"];

function same(stated: unknown, path: string): Test {
  if (stated !== null && typeof stated === "object")
    throw invalidPattern(`Arrays within arrays are not allowed: "${path}"`);
  return (value) => value === stated;
}

function readPrefix(operand: unknown, path: string): Test {
  return affix(operand, "prefix", path, (value, affixed) => value.startsWith(affixed));
}

function readSuffix(operand: unknown, path: string): Test {
  return affix(operand, "suffix", path, (value, affixed) => value.endsWith(affixed));
}

function affix(operand: unknown, name: string, path: string, has: (value: string, affixed: string) => boolean): Test {
  if (!isRecord(operand)) {
    const stated = text(operand, name, path);
    return ofText((value) => has(value, stated));
  }
  const { "equals-ignore-case": stated, ...more } = operand;
  if (Object.keys(more).length > 0) throw invalidPattern(`${name} takes equals-ignore-case alone: "${path}"`);
  const lower = text(stated, name, path).toLowerCase();
  return ofText((value) => has(value.toLowerCase(), lower));
}

function readIgnoringCase(operand: unknown, path: string): Test {
  const lower = text(operand, "equals-ignore-case", path).toLowerCase();
  return ofText((value) => value.toLowerCase() === lower);
}

function readAnythingBut(operand: unknown, path: string): Test {
  const excluded = isRecord(operand)
    ? readExcluded(operand, path)
    : list(operand, path).map((value) => same(value, path));
  return (value) => !excluded.some((matches) => matches(value));
}

function readExcluded(operand: Readonly<Record<string, unknown>>, path: string): Test[] {
  const [[name, stated] = [""], ...more] = Object.entries(operand);
  const read = operators.get(name);
  if (!read || !negatable.includes(name) || more.length > 0) {
    throw invalidPattern(`Unsupported anything-but pattern: "${path}"`);
  }
  return list(stated, path).map((one) => read(one, path));
}

function list(operand: unknown, path: string): readonly unknown[] {
  const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (values.length === 0) throw invalidPattern(`Empty arrays are not allowed: "${path}"`);
  return values;
}

const comparisons: ReadonlyMap<unknown, (value: number, stated: number) => boolean> = new Map([
  ["=", (value: number, stated: number) => value === stated],
  ["<", (value: number, stated: number) => value < stated],
  ["<=", (value: number, stated: number) => value <= stated],
  [">", (value: number, stated: number) => value > stated],
  [">=", (value: number, stated: number) => value >= stated],
]);

/** One comparison, or one from below and one from above. */
function readNumeric(operand: unknown, path: string): Test {
  const stated: readonly unknown[] = Array.isArray(operand) ? operand : [];
  if (stated.length !== 2 && stated.length !== 4) {
    throw invalidPattern(`Value of numeric must be an array of one or two comparisons: "${path}"`);
  }
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < stated.length; index += 2) {
    const compares = comparisons.get(stated[index]);
    const bound = stated[index + 1];
    if (!compares) throw invalidPattern(`Unrecognized numeric range operator: ${String(stated[index])}`);
    if (typeof bound !== "number") throw invalidPattern(`Value of ${String(stated[index])} must be numeric: "${path}"`);
    tests.push((value) => compares(value, bound));
  }
  return (value) => typeof value === "number" && tests.every((matches) => matches(value));
}

function readRange(operand: unknown, path: string): Test {
  const range = ipRange(text(operand, "cidr", path));
  if (!range) throw invalidPattern(`Malformed CIDR: "${path}"`);
  return ofText((value) => isInRange(value, range));
}

function text(operand: unknown, name: string, path: string): string {
  if (typeof operand !== "string") throw invalidPattern(`${name} match pattern must be a string: "${path}"`);
  return operand;
}

function ofText(matches: (value: string) => boolean): Test {
  return (value) => typeof value === "string" && matches(value);
}
