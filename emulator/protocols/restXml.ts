import { pathStyleUrl } from "./pathStyleUrl.ts";
import { AwsError } from "../awsError.ts";
import { asS3AuthenticationError } from "../authentication/asS3AuthenticationError.ts";
import { answerHead, bodyShape, locatedMembers, payloadOf } from "./httpBindings.ts";
import { parseXml } from "./parseXml.ts";
import type { HttpRequest, HttpResponse, Protocol } from "./protocol.ts";
import { xml } from "./query.ts";
import { readXml } from "./readXml.ts";
import { writeMembers } from "./writeMembers.ts";
import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/**
 * AWS REST XML as S3 speaks it: method, path and query name the operation; members travel there, in headers and in XML.
 * Source: Smithy, "AWS restXml protocol"; S3 API Reference, "Error responses".
 */
export const restXml: Protocol = {
  // Source: S3 API Reference, "Error responses".
  unknownOperation: { code: "NotImplemented", status: 501 },
  authenticationError: asS3AuthenticationError,

  // Source: S3 API Reference, "Error responses", EntityTooLarge. Its limit is 5 GiB; what the limit is here, we say.
  bodyTooLarge: ({ headers }, limit) =>
    new AwsError(
      "EntityTooLarge",
      `Your proposed upload exceeds the maximum allowed size. The embedded AWS takes ${limit} bytes in one request: upload what is larger in parts.`,
      { members: { ProposedSize: headers["content-length"], MaxSizeAllowed: limit } },
    ),

  parse(model, operation, request) {
    const located = locatedMembers(model, operation, request, pathStyleUrl(request));
    return { ...bodyMembers(model, model.input(operation), request), ...located };
  },

  answer(model, operation, output, requestId) {
    const values = isRecord(output) ? output : {};
    const { status, headers } = answerHead(model, operation, values);
    const { body, type } = bodyOf(model, operation, values);
    const common = { "x-amz-request-id": requestId, "x-amz-id-2": hostId(requestId) };
    // Part of an object is what HTTP calls partial content.
    return {
      status: "content-range" in headers ? 206 : status,
      headers: { ...(type === undefined ? {} : { "content-type": type }), ...common, ...headers },
      body,
    };
  },

  failure(_model, error, requestId) {
    const headers = {
      "content-type": "application/xml",
      "x-amz-request-id": requestId,
      "x-amz-id-2": hostId(requestId),
    };
    const isBare = error.status === 304;
    return {
      status: error.status,
      headers,
      body: isBare ? "" : declaration + xml.build(errorElement(error, requestId)),
    };
  },
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

function hostId(requestId: string): string {
  return Buffer.from(requestId).toString("base64");
}

function errorElement(error: AwsError, requestId: string): object {
  const { code: Code, message: Message, members } = error;
  return { Error: { Code, Message, ...members, RequestId: requestId, HostId: hostId(requestId) } };
}

function bodyMembers(model: ServiceModel, shape: Shape, request: HttpRequest): Record<string, unknown> {
  const payload = payloadOf(model, shape);
  if (!payload) return {};
  if (payload.shape.type === "blob") return { [payload.name]: request.body };
  const text = request.body.toString("utf8");
  if (payload.shape.type === "string") return { [payload.name]: text };
  return text === "" ? {} : { [payload.name]: readXml(model, payload.shape, parseXml(text)) };
}

function bodyOf(
  model: ServiceModel,
  operation: string,
  output: Readonly<Record<string, unknown>>,
): { readonly body: HttpResponse["body"]; readonly type?: string } {
  const shape = model.output(operation)?.shape;
  if (!shape) return { body: "" };
  const payload = payloadOf(model, shape);
  const value = payload && output[payload.name];
  if (value instanceof Uint8Array || typeof value === "string") return { body: value };
  if (payload?.shape.type === "blob") return { body: "" };
  const element = payload?.shape ?? bodyShape(shape);
  const members = payload ? value : output;
  if (!isRecord(members) || Object.keys(element.members ?? {}).length === 0) return { body: "" };
  const written = writeMembers(model, element, members, (date) => date.toISOString());
  const root = rootOf(operation, payload?.name);
  return {
    body: declaration + xml.build({ [root]: { "@_xmlns": namespace, ...rooted(written) } }),
    type: "application/xml",
  };
}

/** S3 names the root of an answer after the noun, not after the operation. Source: S3 API Reference, response syntax. */
function rootOf(operation: string, payload: string | undefined): string {
  return payload ?? roots.get(operation) ?? `${operation}Result`;
}

const roots: ReadonlyMap<string, string> = new Map([
  ["ListBuckets", "ListAllMyBucketsResult"],
  ["ListObjects", "ListBucketResult"],
  ["ListObjectsV2", "ListBucketResult"],
  ["ListObjectVersions", "ListVersionsResult"],
  ["CreateMultipartUpload", "InitiateMultipartUploadResult"],
  ["DeleteObjects", "DeleteResult"],
  ["GetBucketVersioning", "VersioningConfiguration"],
  ["GetBucketAccelerateConfiguration", "AccelerateConfiguration"],
  ["GetBucketCors", "CORSConfiguration"],
  ["GetBucketLifecycleConfiguration", "LifecycleConfiguration"],
  ["GetBucketLogging", "BucketLoggingStatus"],
  ["GetBucketNotificationConfiguration", "NotificationConfiguration"],
  ["GetBucketRequestPayment", "RequestPaymentConfiguration"],
  ["GetBucketWebsite", "WebsiteConfiguration"],
  ["GetBucketTagging", "Tagging"],
  ["GetObjectTagging", "Tagging"],
  ["GetBucketAcl", "AccessControlPolicy"],
  ["GetObjectAcl", "AccessControlPolicy"],
  ["GetObjectAttributes", "GetObjectAttributesResponse"],
  ["GetBucketLocation", "LocationConstraint"],
]);

/** GetBucketLocation answers one element that is root and value at once. */
function rooted(members: object): object {
  return "LocationConstraint" in members ? { "#text": members.LocationConstraint } : members;
}
