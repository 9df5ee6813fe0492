import protobuf from "google-protobuf/google/protobuf/struct_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { ProviderError } from "../errors.ts";
import type { Properties, Value } from "../values.ts";
import { Secret, UNKNOWN, isList, mapProperties } from "../values.ts";
import { WIRE } from "../wire.ts";

type Wire = string | number | boolean | Wire[] | { [name: string]: Wire };

/**
 * Reads a Struct of the engine. Null means absent, as it does to the official provider. Assets and archives are properties
 * that keep their mark, by which `aws/assets.ts` knows them.
 *
 * @throws ProviderError for resource references, of which no input of ours is one.
 */
export function fromStruct(struct: Struct | undefined): Properties {
  return struct === undefined ? {} : readObject(struct.toJavaScript(), "");
}

/** Writes properties as the engine expects them, secrets and unknowns marked. */
export function toStruct(properties: Properties): Struct {
  return protobuf.Struct.fromJavaScript(mapProperties(properties, write));
}

function readObject(object: object, path: string): Properties {
  const read: Record<string, Value> = {};
  for (const [name, value] of Object.entries<unknown>({ ...object })) {
    if (value !== null) {
      read[name] = readValue(value, path === "" ? name : `${path}.${name}`);
    }
  }
  return read;
}

function readValue(value: unknown, path: string): Value {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => (item === null ? [] : [readValue(item, `${path}[${index}]`)]));
  }
  if (value === WIRE.unknown) {
    return UNKNOWN;
  }
  if (typeof value === "object" && value !== null) {
    return readMarked({ ...value }, path);
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  throw new Error(`${path}: a Struct cannot hold a ${typeof value}`);
}

function readMarked(object: Record<string, unknown>, path: string): Value {
  switch (object[WIRE.signature]) {
    case undefined:
    case WIRE.asset:
    case WIRE.archive:
      return readObject(object, path);
    case WIRE.secret:
      return new Secret(readInner(object, path));
    case WIRE.output:
      return object.secret === true ? new Secret(readInner(object, path)) : readInner(object, path);
    case WIRE.resource:
      throw new ProviderError(`${path}: a resource is given where a plain value is expected; pass its id or arn`);
    default:
      throw new ProviderError(`${path}: holds a kind of value that the embedded provider does not know`);
  }
}

/** An output value without `value` is not known yet. */
function readInner(object: Record<string, unknown>, path: string): Value {
  const { value } = object;
  return value === undefined || value === null ? UNKNOWN : readValue(value, path);
}

function write(value: Value): Wire {
  if (value === UNKNOWN) {
    return WIRE.unknown;
  }
  if (value instanceof Secret) {
    return { [WIRE.signature]: WIRE.secret, value: write(value.value) };
  }
  if (typeof value !== "object") {
    return value;
  }
  return isList(value) ? value.map(write) : mapProperties(value, write);
}
