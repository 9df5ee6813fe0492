import type { DescribedService } from "../../emulator/registry.ts";
import { claimingToSign, jsonCall, queryCall, type RawRequest } from "../support/signedRequest.ts";
import { anyJson, anyValue } from "./anyInput.ts";
import type { Randomness } from "./randomness.ts";

/** A request that might be one of AWS's: rightly signed or not, to an operation or beside it, well-formed or not. */
export function anyRequest(
  random: Randomness,
  services: readonly [DescribedService, ...DescribedService[]],
): RawRequest {
  const { model, service } = random.pick(services);
  const operations = random.onceIn(3) ? model.operationNames() : service.operations.map(({ name }) => name);
  const [first = "Nothing", ...others] = operations;
  const operation = random.pick([first, ...others]);
  const input = model.has(operation) ? anyValue(random, model, model.input(operation)) : anyJson(random);
  const call = callOf(random, { model, service }, operation, input);
  return random.onceIn(4) ? damaged(random, call) : call;
}

/** The call of an operation in the protocol of its service. */
function callOf(
  random: Randomness,
  { model, service }: DescribedService,
  operation: string,
  input: unknown,
): RawRequest {
  const { protocol, targetPrefix = "", apiVersion } = model.metadata;
  const body = (): Buffer => bytesOf(random, JSON.stringify(input));
  if (protocol === "json") return jsonCall(service.name, `${targetPrefix}.${operation}`, body());
  const binding = model.http(operation);
  if (!binding || !protocol.startsWith("rest-")) return queryCall(service.name, formOf(operation, apiVersion, input));
  const { method, requestUri } = binding;
  const call = { service: service.name, method, path: pathOf(requestUri, input) };
  return ["GET", "HEAD"].includes(method) ? call : { ...call, body: body() };
}

/** A path whose labels are what the input says, or something else where it says nothing. */
function pathOf(requestUri: string, input: unknown): string {
  const values = new Map<string, unknown>(Object.entries(input ?? {}));
  return requestUri.replaceAll(/\{(\w+)\+?\}/g, (_, label: string) => {
    const value = values.get(label);
    return encodeURIComponent(typeof value === "string" ? Buffer.from(value).toString() : "anything");
  });
}

/** Bytes are changed, lost or repeated now and then. */
function bytesOf(random: Randomness, text: string): Buffer {
  const bytes = Buffer.from(text);
  if (!random.onceIn(10) || bytes.length === 0) return bytes;
  const at = random.below(bytes.length);
  const damages: readonly [() => Buffer, ...(() => Buffer)[]] = [
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([random.below(256)]), bytes.subarray(at)]),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.from(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`),
  ];
  return random.pick(damages)();
}

function formOf(operation: string, version: string, input: unknown): string {
  const form = new URLSearchParams({ Action: operation, Version: version });
  append(form, "", input);
  return form.toString();
}

function append(form: URLSearchParams, name: string, value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => append(form, `${name}.member.${index + 1}`, item));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) append(form, name === "" ? key : `${name}.${key}`, item);
  } else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    form.append(name, String(value));
  }
}

/** Wrong in what surrounds the body: signature, headers, method, path. */
function damaged(random: Randomness, call: RawRequest): RawRequest {
  const damages: readonly [() => Partial<RawRequest>, ...(() => Partial<RawRequest>)[]] = [
    () => ({ afterSigning: { authorization: undefined } }),
    () => ({ afterSigning: { authorization: "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request" } }),
    () => ({ afterSigning: { authorization: claimingToSign(random.pick(strangeHeaders), call.service) } }),
    () => ({ afterSigning: { "x-amz-date": "20990101T000000Z" } }),
    () => ({ credentials: { accessKeyId: "AKIANOBODY", secretAccessKey: "x" } }),
    () => ({ credentials: { accessKeyId: "000000000000", secretAccessKey: "wrong" } }),
    () => ({ region: random.pick(["", "xx", "us-east-1", "eu-west-1", "../.."]) }),
    () => ({ service: random.pick(["s3", "sts", "kms", "", "__proto__"]) }),
    () => ({ path: random.pick(["/a/../b", "/?a=b", "/%2e%2e/", "//", "/?Action=GetUser", "/?X-Amz-Signature=1"]) }),
    () => ({ method: random.pick(["GET", "PUT", "DELETE", "PATCH"]) }),
    () => ({ headers: { ...call.headers, "content-type": random.pick(["text/plain", "application/xml", "a/b;c"]) } }),
    () => ({ headers: { ...call.headers, "x-amz-target": random.pick(["", ".", "a.b.c", "TrentService.__proto__"]) } }),
    () => ({ headers: { ...call.headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } }),
  ];
  return { ...call, ...random.pick(damages)() };
}

/** Names for headers that nobody has sent, or not so. */
const strangeHeaders = [
  "constructor",
  "__proto__",
  "tostring",
  "valueof",
  "",
  "host",
  "a b",
  "x-amz-date;x-amz-date",
] as const;
