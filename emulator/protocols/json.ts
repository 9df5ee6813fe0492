import { crc32 } from "node:zlib";
import { asJsonAuthenticationError } from "../authentication/asJsonAuthenticationError.ts";
import type { AwsError } from "../awsError.ts";
import { queryErrorHeader } from "./queryErrorHeader.ts";
import { readJson, serializationError } from "./readJson.ts";
import type { HttpRequest, HttpResponse, Protocol } from "./protocol.ts";
import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";
import { writeStructure, writeValue } from "./writeValue.ts";

/** The media types that carry AWS JSON; anything else is no AWS JSON request. */
export const jsonMediaTypes: ReadonlySet<string> = new Set([
  "application/json",
  "application/x-amz-json-1.0",
  "application/x-amz-json-1.1",
]);

/**
 * AWS JSON 1.0 and 1.1: one POST, the operation in `X-Amz-Target`, a JSON object in and out.
 * Blobs travel as base64, timestamps as epoch seconds. Words of errors: Coral's, as AWS services answer them.
 */
export const json: Protocol = {
  unknownOperation: { code: "UnknownOperationException", status: 400 },
  authenticationError: asJsonAuthenticationError,

  parse(model, operation, request) {
    const parsed = parseJsonObject(request);
    const input = readJson(model, model.input(operation), parsed, "");
    return isRecord(input) ? input : {};
  },

  answer(model, operation, output, requestId) {
    const shape = model.output(operation)?.shape;
    const body = shape ? JSON.stringify(writeJson(model, shape, output)) : "";
    return { status: 200, headers: headers(model, requestId, body), body };
  },

  failure(model, error, requestId) {
    // An error without a message has no such member at all. Source: recorded KMS answers.
    const message = error.message === "" ? {} : { [model?.messageMember(error.code) ?? "message"]: error.message };
    const body = JSON.stringify({ __type: error.code, ...membersOf(model, error), ...message });
    const allHeaders = { ...headers(model, requestId, body), ...queryErrorHeader(model, error) };
    return { status: error.status, headers: allHeaders, body };
  },
};

/** What an error tells beside its message. */
export function membersOf(
  model: ServiceModel | undefined,
  { code, members }: AwsError,
): Record<string, unknown> | undefined {
  const shape = model?.error(code);
  return model && members && shape?.members && writeStructure(model, shape.members, members, jsonScalar);
}

function headers(model: ServiceModel | undefined, requestId: string, body: string): HttpResponse["headers"] {
  const contentType = `application/x-amz-json-${model?.metadata.jsonVersion ?? "1.1"}`;
  if (model?.metadata.targetPrefix !== checksummed) {
    return { "content-type": contentType, "x-amzn-requestid": requestId };
  }
  return { "content-type": contentType, "x-amzn-requestid": requestId, "x-amz-crc32": String(crc32(body)) };
}

/**
 * The target prefix of DynamoDB, whose answers alone have a checksum, which clients compare.
 * Source: DynamoDB Developer Guide, "DynamoDB low-level API", response format.
 */
const checksummed = "DynamoDB_20120810";

/** The JSON object that is the body of a request; an empty body is an empty object. Throws SerializationException. */
export function parseJsonObject(request: Pick<HttpRequest, "body">): Readonly<Record<string, unknown>> {
  if (request.body.length === 0) return {};
  const parsed = parseText(request.body);
  if (!isRecord(parsed)) throw serializationError("The request body is not a JSON object.");
  if (couldBeTooDeep(request.body) && isNestedTooDeeply(parsed))
    throw serializationError("The request body is nested too deeply.");
  return parsed;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** `undefined` for what is not UTF-8, or not JSON. */
function parseText(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    return undefined;
  }
}

/** Deeper than any input of these services: DynamoDB's values, the deepest, end at 32 levels of two braces each. */
const maximumDepth = 100;

/** Each level takes two brackets at least. */
function couldBeTooDeep({ length }: Buffer): boolean {
  return length > 2 * maximumDepth;
}

/** Found level by level, because a recursive look would itself run out of stack. */
function isNestedTooDeeply(value: object): boolean {
  let level: readonly object[] = [value];
  for (let depth = 0; depth < maximumDepth; depth++) {
    level = within(level);
    if (level.length === 0) return false;
  }
  return true;
}

/** The objects and lists that are members of these. */
function within(level: readonly object[]): object[] {
  const found: object[] = [];
  for (const parent of level) {
    const children: readonly unknown[] = Object.values(parent);
    for (const child of children) {
      if (typeof child === "object" && child !== null) found.push(child);
    }
  }
  return found;
}

/** A value as JSON carries it. */
export function writeJson(model: ServiceModel, shape: Shape, value: unknown): unknown {
  return writeValue(model, shape, value, jsonScalar);
}

function jsonScalar(shape: Shape, value: unknown): unknown {
  if (shape.type === "blob" && value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (shape.type === "timestamp" && value instanceof Date) return value.getTime() / 1000;
  return value;
}
