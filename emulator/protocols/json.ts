import { AwsError } from "../awsError.ts";
import type { HttpRequest, HttpResponse, Protocol } from "./protocol.ts";
import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/**
 * AWS JSON 1.0 and 1.1: one POST, the operation in `X-Amz-Target`, a JSON object in and out.
 * Blobs travel as base64, timestamps as epoch seconds.
 */
export const json: Protocol = {
  parse(model, operation, request) {
    const parsed = parseBody(request);
    const input = read(model, model.input(operation), parsed, "");
    return isRecord(input) ? input : {};
  },

  answer(model, operation, output, requestId) {
    const shape = model.output(operation)?.shape;
    const body = shape ? JSON.stringify(write(model, shape, output)) : "";
    return { status: 200, headers: headers(model, requestId), body };
  },

  failure(model, error, requestId) {
    const body = { __type: error.code, message: error.message };
    return { status: error.status, headers: headers(model, requestId), body: JSON.stringify(body) };
  },
};

function headers(model: ServiceModel | undefined, requestId: string): HttpResponse["headers"] {
  return {
    "content-type": `application/x-amz-json-${model?.metadata.jsonVersion ?? "1.1"}`,
    "x-amzn-requestid": requestId,
  };
}

function parseBody(request: HttpRequest): Readonly<Record<string, unknown>> {
  if (request.body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(request.body.toString("utf8"));
    if (isRecord(parsed)) return parsed;
  } catch {
    // Answered below, as for every body that is not an object.
  }
  throw new AwsError("SerializationException", "The request body is not a JSON object.");
}

function read(model: ServiceModel, shape: Shape, value: unknown, path: string): unknown {
  switch (shape.type) {
    case "structure":
      return readStructure(model, shape, expectRecord(value, path), path);
    case "map":
      return readMap(model, shape, expectRecord(value, path), path);
    case "list":
      return readList(model, shape, value, path);
    default:
      return readScalar(shape, value, path);
  }
}

function readScalar(shape: Shape, value: unknown, path: string): unknown {
  switch (shape.type) {
    case "blob":
      return readBlob(value, path);
    case "timestamp":
      return new Date(expect(isFiniteNumber, value, "a Timestamp", path) * 1000);
    case "boolean":
      return expect(isBoolean, value, "a Boolean", path);
    case "string":
      return expect(isString, value, "a String", path);
    case "integer":
    case "long":
      return expect(isInteger, value, "an Integer", path);
    default:
      return expect(isFiniteNumber, value, "a Double", path);
  }
}

function expect<T>(accepts: (value: unknown) => value is T, value: unknown, wanted: string, path: string): T {
  if (accepts(value)) return value;
  throw mismatch(value, wanted, path);
}

const isString = (value: unknown): value is string => typeof value === "string";
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isFiniteNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);

function readStructure(model: ServiceModel, shape: Shape, value: Readonly<Record<string, unknown>>, path: string) {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const reference = shape.members && Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (!reference) throw unknownMember(path, name);
    if (member !== null) result[name] = read(model, model.shape(reference), member, join(path, name));
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
  const entries = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(
    entries.map(([key, member]) => [key, read(model, model.shape(reference), member, join(path, key))]),
  );
}

function readList(model: ServiceModel, shape: Shape, value: unknown, path: string): unknown[] {
  const reference = shape.member;
  if (!Array.isArray(value)) throw mismatch(value, "a List", path);
  if (!reference) throw new Error("A list of the API model has no member shape.");
  return value.map((item: unknown, index) => read(model, model.shape(reference), item, `${path}[${index}]`));
}

function readBlob(value: unknown, path: string): Buffer {
  if (typeof value === "string" && /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0) {
    return Buffer.from(value, "base64");
  }
  throw mismatch(value, "a Blob (base64)", path);
}

function expectRecord(value: unknown, path: string): Readonly<Record<string, unknown>> {
  return expect(isRecord, value, "a Structure", path);
}

function mismatch(value: unknown, wanted: string, path: string): AwsError {
  const found = value === null ? "NULL" : Array.isArray(value) ? "LIST" : typeof value;
  return new AwsError(
    "SerializationException",
    `${found.toUpperCase()}_VALUE at '${path}' can not be converted to ${wanted}.`,
  );
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

function write(model: ServiceModel, shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (shape.type === "blob" && value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (shape.type === "timestamp" && value instanceof Date) return value.getTime() / 1000;
  const { member, value: item, members } = shape;
  if (member && Array.isArray(value)) return value.map((entry) => write(model, model.shape(member), entry));
  if (item && isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, write(model, model.shape(item), entry)]),
    );
  }
  if (members && isRecord(value)) return writeStructure(model, members, value);
  return value;
}

function writeStructure(
  model: ServiceModel,
  members: NonNullable<Shape["members"]>,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, reference] of Object.entries(members)) {
    const written = write(model, model.shape(reference), value[name]);
    if (written !== undefined) result[name] = written;
  }
  return result;
}
