import XMLBuilder from "fast-xml-builder";
import { AwsError } from "../awsError.ts";
import { mediaTypeOf } from "./mediaType.ts";
import type { HttpRequest, Protocol } from "./protocol.ts";
import { readForm, type FormDialect } from "./readForm.ts";
import type { ServiceModel } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";
import { writeMembers } from "./writeMembers.ts";
import { wholeSeconds } from "../wholeSeconds.ts";

/** The media type that carries AWS Query; anything else is no AWS Query request. */
const queryMediaType = "application/x-www-form-urlencoded";

/**
 * AWS Query: a form-encoded POST (or a GET, for presigned URLs) with `Action` and `Version`, lists as `Name.member.1`, structures as `Name.Field`; XML out.
 * Source: botocore's description of the protocol and the AWS Query protocol specification of Smithy.
 */
export const query: Protocol = {
  unknownOperation: { code: "InvalidAction", status: 400 },
  authenticationError: (error) => error,

  parse(model, operation, request) {
    return readForm(model, model.input(operation), formOf(request), dialect);
  },

  answer(model, operation, output, requestId) {
    const described = model.output(operation);
    const response: Record<string, unknown> = namespace(model);
    if (described && isRecord(output)) {
      const wrapper = described.resultWrapper ?? `${operation}Result`;
      response[wrapper] = writeMembers(model, described.shape, output, wholeSeconds);
    }
    response.ResponseMetadata = { RequestId: requestId };
    const body: Record<string, unknown> = {};
    body[`${operation}Response`] = response;
    return { status: 200, headers: headers(requestId), body: xml.build(body) };
  },

  failure(model, error, requestId) {
    const type = error.status < 500 ? "Sender" : "Receiver";
    const body = {
      ErrorResponse: {
        ...(model ? namespace(model) : {}),
        Error: { Type: type, Code: model?.queryCode(error.code) ?? error.code, Message: error.message },
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

export function headers(requestId: string): Record<string, string> {
  return { "content-type": "text/xml", "x-amzn-requestid": requestId };
}

/** The attribute of the root element that names the service's version. */
export function namespace(model: ServiceModel): Record<string, string> {
  return model.metadata.xmlNamespace ? { "@_xmlns": model.metadata.xmlNamespace } : {};
}

const dialect: FormDialect = {
  memberName: (name, { locationName = name }) => locationName,
  itemPrefix: (name, { flattened }, { locationName = "member" }) => (flattened ? name : `${name}.${locationName}`),
  unknown: (name) => new AwsError("ValidationError", `Unknown parameter '${name}' in the request.`),
  malformed: (text, name) => new AwsError("MalformedInput", `The value '${text}' of parameter '${name}' is malformed.`),
};
