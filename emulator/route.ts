import { isSignatureVersion2 } from "./authentication/isSignatureVersion2.ts";
import { queryOf } from "./authentication/queryOf.ts";
import { ec2 } from "./protocols/ec2.ts";
import { json, jsonMediaTypes } from "./protocols/json.ts";
import type { HttpRequest, Protocol } from "./protocols/protocol.ts";
import { mediaTypeOf } from "./protocols/mediaType.ts";
import { formOf, query } from "./protocols/query.ts";
import { operationAt } from "./protocols/operationAt.ts";
import { pathStyleUrl } from "./protocols/pathStyleUrl.ts";
import { requestUrl } from "./protocols/requestUrl.ts";
import { restJson } from "./protocols/restJson.ts";
import { rpcTarget, rpcV2Cbor, rpcV2CborName } from "./protocols/rpcV2Cbor.ts";
import { restXml } from "./protocols/restXml.ts";
import type { DescribedService, Registry } from "./registry.ts";

/** What a request over the wire asks for, as far as can be told before anything of it has been checked. */
export interface Route {
  /** How to answer, also where the service or the operation is unknown. */
  readonly protocol: Protocol;
  readonly described?: DescribedService;
  /** The operation's name as sent; empty where the request names none in the way of its protocol. */
  readonly operationName: string;
}

/**
 * Finds the service and operation that a request is meant for. JSON services are named with the operation in the header
 * `X-Amz-Target`; the others by the signature, and their operation in the form, or by method and path in REST services.
 */
export function findRoute(registry: Registry, request: HttpRequest): Route {
  const target = request.headers["x-amz-target"];
  if (target !== undefined) return jsonRoute(registry, request, target);
  if (request.headers["smithy-protocol"] === rpcV2CborName) return cborRoute(registry, request);
  const service = isSignatureVersion2(request) ? "s3" : signedService(request);
  if (service === undefined) return unsignedRoute(registry, request);
  const described = registry.service(service);
  switch (described?.model.metadata.protocol) {
    case "rest-json":
      return { protocol: restJson, described, operationName: restOperation(described, request, requestUrl(request)) };
    case "rest-xml":
      return { protocol: restXml, described, operationName: restOperation(described, request, pathStyleUrl(request)) };
    case "json":
      return { protocol: json, described, operationName: "" };
    case "ec2":
      return { protocol: ec2, described, operationName: formOf(request).get("Action") ?? "" };
    default:
      return { protocol: query, described, operationName: formOf(request).get("Action") ?? "" };
  }
}

/**
 * Of two operations that the request tells equally well (an old name beside a new one), the one that is served. What tells
 * one better is meant, even if it is not served: GetBucketWebsite is no ListObjects.
 */
function restOperation({ service, model }: DescribedService, request: HttpRequest, url: URL): string {
  const served = service.operations.map(({ name }) => name);
  return operationAt(model, [...served, ...model.operationNames()], request, url) ?? "";
}

/** Without a signature nothing names the service: only operations that need none are found, by name and version. */
function unsignedRoute(registry: Registry, request: HttpRequest): Route {
  const form = formOf(request);
  const operationName = form.get("Action") ?? "";
  const described = registry
    .servicesWithUnsigned(operationName)
    .find(({ model }) => model.metadata.apiVersion === form.get("Version"));
  return { protocol: query, described, operationName };
}

function jsonRoute(registry: Registry, request: HttpRequest, target: string): Route {
  const at = target.lastIndexOf(".");
  const prefix = target.slice(0, Math.max(at, 0));
  const described = registry.serviceByTarget(prefix);
  const operationName = jsonMediaTypes.has(mediaTypeOf(request.headers)) ? target.slice(at + 1) : "";
  return { protocol: json, described, operationName };
}

/** The path names service and operation, the service as `X-Amz-Target` would. */
function cborRoute(registry: Registry, request: HttpRequest): Route {
  const target = rpcTarget(request);
  return {
    protocol: rpcV2Cbor,
    described: target && registry.serviceByTarget(target.service),
    operationName: target?.operation ?? "",
  };
}

/** The service that a request says it is signed for; nothing if it has no signature. */
function signedService(request: HttpRequest): string | undefined {
  const credential = request.headers.authorization ?? queryOf(request).get("X-Amz-Credential");
  if (credential === null) return undefined;
  return /^(?:.*Credential=)?[^/,]*\/[^/,]*\/[^/,]*\/([^/,]*)\//.exec(credential)?.[1] ?? "";
}
