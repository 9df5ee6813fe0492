import { labelsOf, readText } from "./httpBindings.ts";
import { membersOf, parseJsonObject, writeJson } from "./json.ts";
import type { HttpRequest, HttpResponse, Protocol } from "./protocol.ts";
import { readJson } from "./readJson.ts";
import type { ServiceModel, Shape, ShapeReference } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/**
 * AWS REST JSON: method and path name the operation; members travel in the path, the query, headers and a JSON body.
 * Source: Smithy, "AWS restJson1 protocol".
 */
export const restJson: Protocol = {
  parse(model, operation, request) {
    const shape = model.input(operation);
    const located = locatedMembers(model, operation, shape, request);
    return { ...bodyMembers(model, shape, request), ...located };
  },

  answer(model, operation, output, requestId) {
    const shape = model.output(operation)?.shape;
    const values = isRecord(output) ? output : {};
    const status = model.http(operation)?.responseCode ?? 200;
    return {
      status: statusOf(shape, values) ?? status,
      headers: { ...commonHeaders(requestId), ...headersOf(shape, values) },
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

function membersIn(shape: Shape | undefined): [name: string, reference: ShapeReference][] {
  return Object.entries(shape?.members ?? {});
}

function locatedMembers(
  model: ServiceModel,
  operation: string,
  shape: Shape,
  request: HttpRequest,
): Record<string, unknown> {
  const url = new URL(request.url, "http://localhost");
  const binding = model.http(operation);
  const labels = binding && labelsOf(binding, url.pathname);
  const values = membersIn(shape).flatMap(([name, { location, locationName = name, ...reference }]) => {
    const member = model.shape(reference);
    const text = textAt(location, locationName, { url, labels, request });
    if (text === undefined) return [];
    const { member: item } = member;
    if (item) return [[name, text.map((entry) => readText(model.shape(item), entry))] as const];
    return text.slice(0, 1).map((entry) => [name, readText(member, entry)] as const);
  });
  return Object.fromEntries(values);
}

interface Sources {
  readonly url: URL;
  readonly labels?: ReadonlyMap<string, string>;
  readonly request: HttpRequest;
}

function textAt(
  location: ShapeReference["location"],
  name: string,
  { url, labels, request }: Sources,
): string[] | undefined {
  const found = {
    uri: () => labels?.get(name),
    header: () => request.headers[name.toLowerCase()],
    querystring: () => (url.searchParams.has(name) ? url.searchParams.getAll(name) : undefined),
    headers: () => undefined,
    statusCode: () => undefined,
  };
  const value = location && found[location]();
  return typeof value === "string" ? [value] : value;
}

function bodyMembers(model: ServiceModel, shape: Shape, request: HttpRequest): Record<string, unknown> {
  const payload = shape.payload === undefined ? undefined : shape.members?.[shape.payload];
  if (shape.payload !== undefined && payload && model.shape(payload).type === "blob") {
    return { [shape.payload]: request.body };
  }
  const read = readJson(model, shape, parseJsonObject(request), "");
  return isRecord(read) ? read : {};
}

function statusOf(shape: Shape | undefined, output: Readonly<Record<string, unknown>>): number | undefined {
  const member = membersIn(shape).find(([, { location }]) => location === "statusCode");
  const status = member && output[member[0]];
  return typeof status === "number" ? status : undefined;
}

function headersOf(shape: Shape | undefined, output: Readonly<Record<string, unknown>>): Record<string, string> {
  const values = membersIn(shape).flatMap(([name, { location, locationName = name }]) => {
    const value = output[name];
    return location === "header" && typeof value === "string" ? [[locationName, value] as const] : [];
  });
  return Object.fromEntries(values);
}

function bodyOf(model: ServiceModel, shape: Shape, output: Readonly<Record<string, unknown>>): string {
  if (shape.payload !== undefined) {
    const blob = output[shape.payload];
    return blob instanceof Uint8Array ? Buffer.from(blob).toString("utf8") : "";
  }
  const inBody = membersIn(shape).filter(([, { location }]) => location === undefined);
  return JSON.stringify(writeJson(model, { ...shape, members: Object.fromEntries(inBody) }, output));
}
