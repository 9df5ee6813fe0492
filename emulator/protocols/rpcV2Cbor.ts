import { decode, encode, Token, Type, type EncodeOptions } from "cborg";
import { asJsonAuthenticationError } from "../authentication/asJsonAuthenticationError.ts";
import { mapMembers } from "../mapMembers.ts";
import type { HttpRequest, HttpResponse, Protocol } from "./protocol.ts";
import { queryErrorHeader } from "./queryErrorHeader.ts";
import { readJson, serializationError } from "./readJson.ts";
import type { Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";
import { writeValue } from "./writeValue.ts";

/** The header `smithy-protocol` of requests and answers. */
export const rpcV2CborName = "rpc-v2-cbor";

/** The tag of epoch seconds. Source: RFC 8949, section 3.4.2. */
const epochSeconds = 1;

const encoding: EncodeOptions = {
  typeEncoders: {
    Date: (date: Date) => [new Token(Type.tag, epochSeconds), new Token(Type.float, date.getTime() / 1000)],
  },
};

/**
 * Smithy RPC v2 CBOR: one POST to `/service/<service>/operation/<operation>`, a CBOR map in and out; timestamps are tagged
 * epoch seconds. Errors name their shape in `__type`. Source: Smithy specification, "Smithy RPC v2 CBOR protocol".
 */
export const rpcV2Cbor: Protocol = {
  unknownOperation: { code: "UnknownOperationException", status: 400 },
  authenticationError: asJsonAuthenticationError,

  parse(model, operation, request) {
    const input = readJson(model, model.input(operation), decodeBody(request), "");
    return isRecord(input) ? input : {};
  },

  answer(model, operation, output, requestId) {
    const shape = model.output(operation)?.shape;
    const body = shape ? encode(writeValue(model, shape, output, cborScalar), encoding) : "";
    return { status: 200, headers: headers(requestId), body };
  },

  failure(model, error, requestId) {
    const shape = model?.error(error.code);
    const members = model && shape && error.members && writeValue(model, shape, error.members, cborScalar);
    const body = {
      __type: error.code,
      ...(isRecord(members) ? members : {}),
      [model?.messageMember(error.code) ?? "message"]: error.message,
    };
    const allHeaders = { ...headers(requestId), ...queryErrorHeader(model, error) };
    return { status: error.status, headers: allHeaders, body: encode(body, encoding) };
  },
};

/** Service and operation that the path of a request names. */
export function rpcTarget({ url }: Pick<HttpRequest, "url">): { service: string; operation: string } | undefined {
  const [, service, operation] = /\/service\/([^/?]+)\/operation\/([^/?]+)$/.exec(url.split("?", 1).join("")) ?? [];
  return service !== undefined && operation !== undefined ? { service, operation } : undefined;
}

function headers(requestId: string): HttpResponse["headers"] {
  return { "content-type": "application/cbor", "smithy-protocol": rpcV2CborName, "x-amzn-requestid": requestId };
}

/** An empty body is an empty map. Throws SerializationException. */
function decodeBody({ body }: HttpRequest): unknown {
  if (body.length === 0) return {};
  const decoded = decodeCbor(body);
  if (!isRecord(decoded)) throw serializationError("The request body is not a CBOR map.");
  return decoded;
}

function decodeCbor(body: Buffer): unknown {
  try {
    return jsonForm(decode(body, { tags: { [epochSeconds]: (content) => content() } }));
  } catch {
    return undefined;
  }
}

/** CBOR says of bytes and large numbers what they are; JSON leaves that to the API model, which decides here too. */
function jsonForm(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(jsonForm);
  if (!isRecord(value)) return value;
  return mapMembers(value, jsonForm);
}

/** Dates are tagged by the encoder itself. */
function cborScalar(_shape: Shape, value: unknown): unknown {
  return value;
}
