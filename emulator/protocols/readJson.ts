import { AwsError } from "../awsError.ts";
import { mapMembers } from "../mapMembers.ts";
import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/** What AWS answers to a body that cannot be read. */
export function serializationError(message: string): AwsError {
  return new AwsError("SerializationException", message);
}

/**
 * Turns parsed JSON into the values of a shape: dates for timestamps, bytes for blobs. `path` names the value in errors.
 * Throws SerializationException for a value of the wrong type (in the words of Coral, AWS's framework), and
 * ValidationException for a member that the shape does not have.
 */
export function readJson(model: ServiceModel, shape: Shape, value: unknown, path: string): unknown {
  switch (shape.type) {
    case "structure":
      return readStructure(model, shape, expect(isRecord, value, "a Structure"), path);
    case "map":
      return readMap(model, shape, expect(isRecord, value, "a Structure"), path);
    case "list":
      return readList(model, shape, value, path);
    default:
      return readScalar(shape, value);
  }
}

function readScalar(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case "blob":
      return Buffer.from(expect(isBase64, value, "a Blob"), "base64");
    case "timestamp":
      return new Date(expect(isEpochSeconds, value, "a Timestamp") * 1000);
    case "boolean":
      return expect(isBoolean, value, "a Boolean");
    case "string":
      return expect(isString, value, "a String");
    case "integer":
      return expect(isInteger, value, "an Integer");
    case "long":
      return expect(isLong, value, "a Long");
    default:
      return expect(isFiniteNumber, value, "a Double");
  }
}

function expect<T>(accepts: (value: unknown) => value is T, value: unknown, wanted: string): T {
  if (accepts(value)) return value;
  throw mismatch(value, wanted);
}

const isString = (value: unknown): value is string => typeof value === "string";
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isFiniteNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isLong = (value: unknown): value is number => Number.isSafeInteger(value);
const isInteger = (value: unknown): value is number => isLong(value) && Math.abs(value) <= 2 ** 31 - 1;
const isEpochSeconds = (value: unknown): value is number =>
  isFiniteNumber(value) && !Number.isNaN(new Date(value * 1000).getTime());
const isBase64 = (value: unknown): value is string =>
  isString(value) && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);

function readStructure(model: ServiceModel, shape: Shape, value: Readonly<Record<string, unknown>>, path: string) {
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const reference = shape.members && Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (!reference) throw unknownMember(path, name);
    const member = value[name];
    if (member !== null) result[name] = readJson(model, model.shape(reference), member, join(path, name));
  }
  return result;
}

/** A member that AWS's model does not have. AWS ignores it; here it is an error, so that a slip is seen. */
function unknownMember(path: string, name: string): AwsError {
  return new AwsError("ValidationException", `Unknown parameter '${join(path, name)}' in the request.`);
}

function readMap(model: ServiceModel, shape: Shape, value: Readonly<Record<string, unknown>>, path: string) {
  const reference = shape.value;
  if (!reference) throw new Error("A map of the API model has no value shape.");
  const item = model.shape(reference);
  return mapMembers(value, (member, key) =>
    member === null ? undefined : readJson(model, item, member, join(path, key)),
  );
}

function readList(model: ServiceModel, shape: Shape, value: unknown, path: string): unknown[] {
  const reference = shape.member;
  if (!Array.isArray(value)) throw mismatch(value, "a List");
  if (!reference) throw new Error("A list of the API model has no member shape.");
  return value.map((item: unknown, index) => readJson(model, model.shape(reference), item, `${path}[${index}]`));
}

function mismatch(value: unknown, wanted: string): AwsError {
  if (typeof value === "object" && value !== null) {
    return serializationError(
      `Start of ${Array.isArray(value) ? "list" : "structure or map"} found where not expected.`,
    );
  }
  return serializationError(`${tokenOf(value)}_VALUE can not be converted to ${wanted}`);
}

function tokenOf(value: unknown): string {
  if (typeof value === "boolean" || value === null) return String(value).toUpperCase();
  return typeof value === "number" ? "NUMBER" : "STRING";
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}
