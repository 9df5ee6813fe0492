import { AwsError } from "../awsError.ts";
import type { ServiceModel, Shape, ShapeReference } from "./serviceModel.ts";

/** Whether a parsed value is a structure or map. Lists, blobs and dates are not. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof Date)
  );
}

/**
 * Checks a parsed input against the constraints of its shape: required members, lengths, ranges, patterns, enumerations.
 * Throws one `ValidationException` (or what `code` names) that lists every violation in the words AWS uses.
 * Source: recorded answers ("1 validation error detected: Value at 'plaintext' failed to satisfy constraint: …").
 *
 * @param patternSentences what the service says in its own words of a value that breaks a pattern, by pattern
 */
export function validate(
  model: ServiceModel,
  shape: Shape,
  input: unknown,
  code: string,
  patternSentences: ReadonlyMap<string, string> = new Map(),
): void {
  const own = patternSentences.size > 0 && isRecord(input) && inOwnWords(model, shape, input, patternSentences);
  if (own) throw new AwsError(code, own);
  const violations: string[] = [];
  visit(model, shape, input, "", violations);
  if (violations.length === 0) return;
  const errors = violations.length === 1 ? "error" : "errors";
  throw new AwsError(code, `${violations.length} validation ${errors} detected: ${violations.join("; ")}`);
}

/** Names, paths and documents stand at the top of an input; a wrong length is told in the common words. */
function inOwnWords(
  model: ServiceModel,
  shape: Shape,
  input: Readonly<Record<string, unknown>>,
  patternSentences: ReadonlyMap<string, string>,
): string | undefined {
  for (const [name, reference] of Object.entries(shape.members ?? {})) {
    const { pattern, min = 0, max = Infinity } = model.shape(reference);
    const sentence = pattern === undefined ? undefined : patternSentences.get(pattern);
    const value = input[name];
    if (!pattern || !sentence || typeof value !== "string" || value.length < min || value.length > max) continue;
    if (!model.pattern(pattern).test(value))
      return `The specified value for ${lowerFirst(name)} is invalid. ${sentence}`;
  }
  return undefined;
}

function visit(model: ServiceModel, shape: Shape, value: unknown, path: string, violations: string[]): void {
  for (const constraint of broken(model, shape, value)) violations.push(sentence(shape, value, path, constraint));
  if (Array.isArray(value) && shape.member) {
    const member = model.shape(shape.member);
    value.forEach((item, index) => visit(model, member, item, `${path}.${index + 1}.member`, violations));
  } else if (isRecord(value) && shape.type === "map" && shape.key && shape.value) {
    visitMap(model, shape.key, shape.value, value, path, violations);
  } else if (isRecord(value) && shape.members) {
    visitStructure(model, shape, shape.members, value, path, violations);
  }
}

function visitStructure(
  model: ServiceModel,
  shape: Shape,
  members: Readonly<Record<string, ShapeReference>>,
  value: Readonly<Record<string, unknown>>,
  path: string,
  violations: string[],
): void {
  for (const name of Object.keys(members)) {
    const reference = members[name];
    const member = value[name];
    const isMissing = member === undefined && shape.required?.includes(name);
    if (!reference || (member === undefined && !isMissing)) continue;
    const memberPath = path ? `${path}.${lowerFirst(name)}` : lowerFirst(name);
    if (!isMissing) visit(model, model.shape(reference), member, memberPath, violations);
    else {
      violations.push(`Value null at '${memberPath}' failed to satisfy constraint: Member must not be null`);
    }
  }
}

function visitMap(
  model: ServiceModel,
  key: ShapeReference,
  item: ShapeReference,
  value: Readonly<Record<string, unknown>>,
  path: string,
  violations: string[],
): void {
  for (const [name, member] of Object.entries(value)) {
    const [problem] = broken(model, model.shape(key), name);
    if (problem)
      violations.push(sentence(model.shape(key), name, path, `Map keys must satisfy constraint: [${problem}]`));
    visit(model, model.shape(item), member, `${path}.${name}.member`, violations);
  }
}

/** The constraints of the shape itself that the value breaks, in AWS's words. */
function broken(model: ServiceModel, shape: Shape, value: unknown): string[] {
  const found = brokenLimits(shape, value);
  if (typeof value !== "string") return found;
  if (shape.enum && !shape.enum.includes(value)) {
    found.push(`Member must satisfy enum value set: [${shape.enum.join(", ")}]`);
  }
  // Not asked of a text that is too long: some of AWS's patterns take time that grows much faster than the text.
  const isTooLong = shape.max !== undefined && value.length > shape.max;
  if (shape.pattern && !isTooLong && !model.pattern(shape.pattern).test(value)) {
    found.push(`Member must satisfy regular expression pattern: ${shape.pattern}`);
  }
  return found;
}

function brokenLimits({ min, max }: Shape, value: unknown): string[] {
  const size = measured(value);
  if (size === undefined) return [];
  const what = `Member must have ${typeof value === "number" ? "value" : "length"}`;
  if (max !== undefined && size > max) return [`${what} less than or equal to ${max}`];
  return min !== undefined && size < min ? [`${what} greater than or equal to ${min}`] : [];
}

function measured(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "string" || Array.isArray(value) || value instanceof Uint8Array) return value.length;
  return isRecord(value) ? Object.keys(value).length : undefined;
}

function sentence(shape: Shape, value: unknown, path: string, constraint: string): string {
  const shown = shape.sensitive || !isPrintable(value) ? "Value" : `Value '${String(value)}'`;
  return `${shown} at '${path}' failed to satisfy constraint: ${constraint}`;
}

function isPrintable(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
