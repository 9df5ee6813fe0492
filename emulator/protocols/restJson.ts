import { asJsonAuthenticationError } from "../authentication/asJsonAuthenticationError.ts";
import { answerHead, bodyShape, locatedMembers, payloadOf } from "./httpBindings.ts";
import { membersOf, parseJsonObject, writeJson } from "./json.ts";
import type { HttpRequest, HttpResponse, Protocol } from "./protocol.ts";
import { readJson } from "./readJson.ts";
import { requestUrl } from "./requestUrl.ts";
import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/**
 * AWS REST JSON: method and path name the operation; members travel in the path, the query, headers and a JSON body.
 * Source: Smithy, "AWS restJson1 protocol".
 */
export const restJson: Protocol = {
  unknownOperation: { code: "UnknownOperationException", status: 400 },
  authenticationError: asJsonAuthenticationError,

  parse(model, operation, request) {
    const located = locatedMembers(model, operation, request, requestUrl(request));
    return { ...bodyMembers(model, model.input(operation), request), ...located };
  },

  answer(model, operation, output, requestId) {
    const shape = model.output(operation)?.shape;
    const values = isRecord(output) ? output : {};
    const { status, headers } = answerHead(model, operation, values);
    return {
      status,
      headers: { ...commonHeaders(requestId), ...headers },
      body: shape ? bodyOf(model, shape, values) : "",
    };
  },

  failure(model, error, requestId) {
    const message = { [model?.messageMember(error.code) ?? "message"]: error.message };
    const body = { ...(model && membersOf(model, error)), ...message };
    const headers = { ...commonHeaders(requestId), "x-amzn-errortype": error.code };
    return { status: error.status, headers, body: JSON.stringify(body) };
  },
};

function commonHeaders(requestId: string): HttpResponse["headers"] {
  return { "content-type": "application/json", "x-amzn-requestid": requestId };
}

function bodyMembers(model: ServiceModel, shape: Shape, request: HttpRequest): Record<string, unknown> {
  const payload = payloadOf(model, shape);
  if (payload?.shape.type === "blob") return { [payload.name]: request.body };
  if (payload) return { [payload.name]: readJson(model, payload.shape, parseJsonObject(request), "") };
  const read = readJson(model, bodyShape(shape), parseJsonObject(request), "");
  return isRecord(read) ? read : {};
}

function bodyOf(model: ServiceModel, shape: Shape, output: Readonly<Record<string, unknown>>): HttpResponse["body"] {
  const payload = payloadOf(model, shape);
  if (!payload) return JSON.stringify(writeJson(model, bodyShape(shape), output));
  const value = output[payload.name];
  if (value instanceof Uint8Array) return value;
  return value === undefined ? "" : JSON.stringify(writeJson(model, payload.shape, value));
}
