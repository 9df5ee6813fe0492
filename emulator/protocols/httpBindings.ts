import type { HttpRequest, HttpResponse } from "./protocol.ts";
import type { ServiceModel, Shape, ShapeReference } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

type Values = Readonly<Record<string, unknown>>;

/** A text of a path, a query, a header or XML as the value of a scalar shape; as it stands where it is none, which validation tells. */
export function readText({ type }: Shape, text: string): unknown {
  switch (type) {
    case "boolean":
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : text;
    case "integer":
    case "long":
      return /^-?\d+$/.test(text) ? Number(text) : text;
    case "float":
    case "double":
      return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
    case "blob":
      return Buffer.from(text, "base64");
    case "timestamp": {
      const date = new Date(/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : text);
      return Number.isNaN(date.getTime()) ? text : date;
    }
    default:
      return text;
  }
}

/** The members of an input that travel in the path, the query and the headers. */
export function locatedMembers(
  model: ServiceModel,
  operation: string,
  request: HttpRequest,
  url: URL,
): Record<string, unknown> {
  const sources = { url, labels: model.http(operation)?.labelsOf(url.pathname), request };
  const found: Record<string, unknown> = {};
  for (const [name, reference] of Object.entries(model.input(operation).members ?? {})) {
    const value = located(model, { ...reference, locationName: reference.locationName ?? name }, sources);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

interface Sources {
  readonly url: URL;
  readonly labels?: ReadonlyMap<string, string>;
  readonly request: HttpRequest;
}

function located(
  model: ServiceModel,
  reference: ShapeReference & { readonly locationName: string },
  { url, labels, request }: Sources,
): unknown {
  const { location, locationName: name } = reference;
  const shape = model.shape(reference);
  const one = (text: string | undefined): unknown => (text === undefined ? undefined : readText(shape, text));
  switch (location) {
    case "uri":
      return one(labels?.get(name));
    case "querystring":
      return fromQuery(model, shape, name, url.searchParams);
    case "header": {
      const text = request.headers[name.toLowerCase()];
      return shape.member && text !== undefined ? text.split(",").map((item) => item.trim()) : one(text);
    }
    case "headers":
      return prefixed(request.headers, name.toLowerCase());
    case "statusCode":
    case undefined:
      return undefined;
  }
}

function fromQuery(model: ServiceModel, shape: Shape, name: string, query: URLSearchParams): unknown {
  if (shape.type === "map") return Object.fromEntries(query);
  const texts = query.getAll(name);
  if (texts.length === 0) return undefined;
  const item = shape.member && model.shape(shape.member);
  return item ? texts.map((text) => readText(item, text)) : readText(shape, texts[0] ?? "");
}

/** A map of the headers whose names begin alike, without that beginning. */
function prefixed(headers: HttpRequest["headers"], prefix: string): Record<string, string> | undefined {
  const found = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  return found.length === 0
    ? undefined
    : Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** The member that is the whole body of a shape, if it has one. */
export function payloadOf(model: ServiceModel, shape: Shape | undefined): { name: string; shape: Shape } | undefined {
  const name = shape?.payload;
  const reference = name === undefined ? undefined : shape?.members?.[name];
  return name !== undefined && reference ? { name, shape: model.shape(reference) } : undefined;
}

/** The part of a structure that travels in the body. */
export function bodyShape(shape: Shape): Shape {
  const members = Object.entries(shape.members ?? {}).filter(([, { location }]) => location === undefined);
  return { ...shape, members: Object.fromEntries(members) };
}

/** Status and headers of an answer, as its output's members say. */
export function answerHead(
  model: ServiceModel,
  operation: string,
  output: Values,
): Pick<HttpResponse, "status" | "headers"> {
  let status = model.http(operation)?.responseCode ?? 200;
  const headers: Record<string, string> = {};
  for (const [name, reference] of Object.entries(model.output(operation)?.shape.members ?? {})) {
    const { location, locationName = name } = reference;
    const value = output[name];
    if (value === undefined) continue;
    if (location === "statusCode" && typeof value === "number") status = value;
    if (location === "header") headers[locationName.toLowerCase()] = headerText(model.shape(reference), value);
    if (location === "headers" && isRecord(value)) {
      for (const [key, text] of Object.entries(value)) headers[locationName + key] = String(text);
    }
  }
  return { status, headers };
}

/** Source: Smithy, "httpHeader trait": times as HTTP dates unless the shape says otherwise. */
function headerText({ timestampFormat }: Shape, value: unknown): string {
  if (Array.isArray(value)) return value.join(",");
  if (!(value instanceof Date)) return String(value);
  return timestampFormat === "iso8601" ? value.toISOString() : value.toUTCString();
}
