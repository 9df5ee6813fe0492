import XMLBuilder from "fast-xml-builder";
import { AwsError } from "../awsError.ts";
import { mediaTypeOf } from "./mediaType.ts";
import type { HttpRequest, Protocol } from "./protocol.ts";
import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/** The media type that carries AWS Query; anything else is no AWS Query request. */
const queryMediaType = "application/x-www-form-urlencoded";

/**
 * AWS Query: a form-encoded POST (or a GET, for presigned URLs) with `Action` and `Version`, lists as `Name.member.1`, structures as `Name.Field`; XML out.
 * Source: botocore's description of the protocol and the AWS Query protocol specification of Smithy.
 */
export const query: Protocol = {
  unknownOperation: "InvalidAction",
  authenticationError: (error) => error,

  parse(model, operation, request) {
    const fields = firstValues(formOf(request));
    fields.delete("Action");
    fields.delete("Version");
    const unread = new Set(fields.keys());
    const prefixes = new Set([...fields.keys()].flatMap(prefixesOf));
    const input = readStructure(model, model.input(operation), "", { fields, prefixes, unread });
    const [unknown] = unread;
    if (unknown !== undefined) {
      throw new AwsError("ValidationError", `Unknown parameter '${unknown}' in the request.`);
    }
    return input;
  },

  answer(model, operation, output, requestId) {
    const described = model.output(operation);
    const result =
      described && isRecord(output)
        ? { [described.resultWrapper ?? `${operation}Result`]: writeStructure(model, described.shape, output) }
        : {};
    const body = {
      [`${operation}Response`]: {
        ...namespace(model),
        ...result,
        ResponseMetadata: { RequestId: requestId },
      },
    };
    return { status: 200, headers: headers(requestId), body: xml.build(body) };
  },

  failure(model, error, requestId) {
    const type = error.status < 500 ? "Sender" : "Receiver";
    const body = {
      ErrorResponse: {
        ...(model ? namespace(model) : {}),
        Error: { Type: type, Code: error.code, Message: error.message },
        RequestId: requestId,
      },
    };
    return { status: error.status, headers: headers(requestId), body: xml.build(body) };
  },
};

/** The form of a request: its body, or, in a GET, its query without what belongs to the signature. */
export function formOf({ method, url, headers, body }: HttpRequest): URLSearchParams {
  if (method !== "GET") {
    return new URLSearchParams(mediaTypeOf(headers) === queryMediaType ? body.toString("utf8") : "");
  }
  const parameters = new URLSearchParams(url.slice(url.indexOf("?") + 1 || url.length));
  return new URLSearchParams([...parameters].filter(([name]) => !/^x-amz-/i.test(name)));
}

/** Writes documents of elements; a name that begins with `@_` is an attribute. */
export const xml = new XMLBuilder({
  ignoreAttributes: false,
  suppressEmptyNode: true,
  processEntities: false,
  tagValueProcessor: (_name, value) => (typeof value === "string" ? escaped(value) : value),
});

/** A carriage return is escaped too: readers of XML take a bare one for a line feed. */
const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["\r", "&#xD;"],
]);

function escaped(text: string): string {
  return text.replace(notInXml, "\uFFFD").replace(/[&<>"'\r]/g, (character) => entities.get(character) ?? character);
}

/** Characters that no XML document can carry, not even escaped. Source: XML 1.0, production Char. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function headers(requestId: string): Record<string, string> {
  return { "content-type": "text/xml", "x-amzn-requestid": requestId };
}

function namespace(model: ServiceModel): Record<string, string> {
  return model.metadata.xmlNamespace ? { "@_xmlns": model.metadata.xmlNamespace } : {};
}

/** The form's fields, and which of them no member has asked for yet. */
interface Form {
  readonly fields: ReadonlyMap<string, string>;
  /** Every name that a field stands below: `Tags` and `Tags.member` for `Tags.member.1`. */
  readonly prefixes: ReadonlySet<string>;
  readonly unread: Set<string>;
}

/** Where a name is sent twice, AWS reads the first value. */
function firstValues(sent: URLSearchParams): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of sent) if (!fields.has(name)) fields.set(name, value);
  return fields;
}

function readStructure(model: ServiceModel, shape: Shape, prefix: string, form: Form): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, reference] of Object.entries(shape.members ?? {})) {
    const value = read(model, model.shape(reference), prefix + (reference.locationName ?? name), form);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function read(model: ServiceModel, shape: Shape, name: string, form: Form): unknown {
  switch (shape.type) {
    case "structure":
      return form.prefixes.has(name) ? readStructure(model, shape, `${name}.`, form) : undefined;
    case "list":
      return readList(model, shape, name, form);
    case "map":
      throw new Error(`The Query protocol reads no maps yet (${name}).`);
    default: {
      const text = form.fields.get(name);
      form.unread.delete(name);
      return text === undefined ? undefined : readScalar(shape, text, name);
    }
  }
}

function readList(model: ServiceModel, shape: Shape, name: string, form: Form): unknown[] | undefined {
  const reference = shape.member;
  if (!reference) throw new Error(`The list ${name} of the API model has no member shape.`);
  // An empty list is sent as the bare name without a value.
  if (form.fields.get(name) === "") {
    form.unread.delete(name);
    return [];
  }
  const member = model.shape(reference);
  const prefix = shape.flattened ? name : `${name}.${reference.locationName ?? "member"}`;
  const items: unknown[] = [];
  for (let index = 1; ; index++) {
    const item = read(model, member, `${prefix}.${index}`, form);
    if (item === undefined) return items.length > 0 ? items : undefined;
    items.push(item);
  }
}

/** No input of these services is nested deeper. */
const maximumDepth = 20;

function prefixesOf(name: string): string[] {
  const parts = name.split(".", maximumDepth);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
}

function readScalar(shape: Shape, text: string, name: string): unknown {
  switch (shape.type) {
    case "boolean":
      if (text === "true" || text === "false") return text === "true";
      throw malformed(text, name);
    case "integer":
    case "long": {
      const number = Number(text);
      if (/^-?\d+$/.test(text) && Number.isSafeInteger(number)) return number;
      throw malformed(text, name);
    }
    case "timestamp": {
      const date = new Date(text);
      if (!Number.isNaN(date.getTime())) return date;
      throw malformed(text, name);
    }
    case "blob":
      return Buffer.from(text, "base64");
    default:
      return text;
  }
}

function malformed(text: string, name: string): AwsError {
  return new AwsError("MalformedInput", `The value '${text}' of parameter '${name}' is malformed.`);
}

function writeStructure(model: ServiceModel, shape: Shape, value: Readonly<Record<string, unknown>>): object {
  const result: Record<string, unknown> = {};
  for (const [name, reference] of Object.entries(shape.members ?? {})) {
    const written = write(model, model.shape(reference), value[name]);
    if (written !== undefined) result[reference.locationName ?? name] = written;
  }
  return result;
}

function write(model: ServiceModel, shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) return value.toISOString().replace(/\.\d{3}Z$/, "Z");
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  const { member, value: item, members } = shape;
  if (member && Array.isArray(value)) {
    const items = value.map((entry) => write(model, model.shape(member), entry));
    return items.length > 0 ? { [member.locationName ?? "member"]: items } : "";
  }
  if (item && isRecord(value)) {
    const entries = Object.entries(value);
    return { entry: entries.map(([key, entry]) => ({ key, value: write(model, model.shape(item), entry) })) };
  }
  if (members && isRecord(value)) return writeStructure(model, shape, value);
  return value;
}
