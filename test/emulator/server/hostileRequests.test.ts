import { request as httpRequest } from "node:http";
import { expect } from "chai";
import * as z from "zod";
import { startEmulator } from "../../../emulator/startEmulator.ts";
import type { Emulator } from "../../support/emulator.ts";
import {
  claimingToSign,
  jsonCall,
  jsonOf,
  queryCall,
  send,
  type RawAnswer,
  type RawRequest,
} from "../../support/signedRequest.ts";

const describeTrails = (body: string | Buffer) => jsonCall("cloudtrail", `${cloudTrail}.LookupEvents`, body);
const cloudTrail = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101";
const whoAmI = queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15");

/** An AWS error, read from either protocol. */
function errorIn(answer: RawAnswer): { status: number; code: string } {
  const xml = /<ErrorResponse.*<Code>(.*)<\/Code><Message>.*<\/Message>/s.exec(answer.text)?.[1];
  return { status: answer.status, code: xml ?? z.string().parse(jsonOf(answer).__type) };
}

const bodies: { name: string; body: string | Buffer; code: string }[] = [
  { name: "malformed JSON", body: '{"MaxResults":', code: "SerializationException" },
  { name: "a list", body: "[]", code: "SerializationException" },
  { name: "null", body: "null", code: "SerializationException" },
  { name: "bytes that are no text", body: Buffer.from([0xff, 0xfe, 0x00]), code: "SerializationException" },
  { name: "a wrong type", body: '{"MaxResults":"1"}', code: "SerializationException" },
  { name: "a giant number", body: '{"MaxResults":1e999}', code: "SerializationException" },
  { name: "a time beyond the calendar", body: '{"StartTime":1e300}', code: "SerializationException" },
  {
    name: "deep nesting",
    body: `{"LookupAttributes":${"[".repeat(200_000)}${"]".repeat(200_000)}}`,
    code: "SerializationException",
  },
  { name: "__proto__", body: '{"__proto__":{"MaxResults":1}}', code: "ValidationException" },
  { name: "an unknown parameter", body: '{"Surplus":1}', code: "ValidationException" },
  { name: "a number out of range", body: '{"MaxResults":51}', code: "ValidationException" },
];

const requests: { name: string; request: RawRequest; code: string; status?: number }[] = [
  {
    name: "an operation that AWS does not have",
    request: jsonCall("cloudtrail", `${cloudTrail}.Nothing`, "{}"),
    code: "UnknownOperationException",
  },
  {
    name: "an operation named as in a prototype",
    request: jsonCall("cloudtrail", `${cloudTrail}.constructor`, "{}"),
    code: "UnknownOperationException",
  },
  {
    name: "an operation that only AWS has",
    request: jsonCall("cloudtrail", `${cloudTrail}.CreateEventDataStore`, '{"Name":"t"}'),
    code: "UnknownOperationException",
  },
  {
    name: "a target without a service",
    request: jsonCall("cloudtrail", "LookupEvents", "{}"),
    code: "UnknownOperationException",
  },
  {
    name: "a target of an unknown service",
    request: jsonCall("cloudtrail", "Nowhere.LookupEvents", "{}"),
    code: "UnknownOperationException",
  },
  { name: "an empty target", request: jsonCall("cloudtrail", "", "{}"), code: "UnknownOperationException" },
  {
    name: "a JSON call without a target",
    request: { ...describeTrails("{}"), headers: { "content-type": "application/json" } },
    code: "UnknownOperationException",
  },
  {
    name: "a JSON call of another content type",
    request: { ...describeTrails("{}"), headers: { ...describeTrails("").headers, "content-type": "text/plain" } },
    code: "UnknownOperationException",
  },
  {
    name: "a JSON service called with a form",
    request: queryCall("cloudtrail", "Action=LookupEvents&Version=2013-11-01"),
    code: "UnknownOperationException",
  },
  {
    name: "a Query service called with a target",
    request: jsonCall("sts", "AWSSecurityTokenServiceV20110615.GetCallerIdentity", "{}"),
    code: "UnknownOperationException",
  },
  { name: "a form without an action", request: queryCall("sts", "Version=2011-06-15"), code: "InvalidAction" },
  {
    name: "a form of another content type",
    request: { ...whoAmI, headers: { "content-type": "application/json" } },
    code: "InvalidAction",
  },
  { name: "an empty form", request: queryCall("sts", ""), code: "InvalidAction" },
  {
    name: "an action that AWS does not have",
    request: queryCall("sts", "Action=toString&Version=2011-06-15"),
    code: "InvalidAction",
  },
  {
    name: "an unknown parameter in a form",
    request: queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15&a=b"),
    code: "ValidationError",
  },
  { name: "a service that nobody has", request: queryCall("sqs", "Action=ListQueues"), code: "InvalidAction" },
  { name: "a GET", request: { ...whoAmI, method: "GET", body: "" }, code: "InvalidAction" },
  {
    name: "a query string that nobody can decode",
    request: { ...whoAmI, path: "/?%zz" },
    code: "SignatureDoesNotMatch",
    status: 403,
  },
];

describe("a hostile request", () => {
  const bugs: unknown[] = [];
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ reportBug: (error) => bugs.push(error) });
  });
  afterEach(() => expect(bugs.splice(0)).to.deep.equal([]));
  after(() => emulator.stop());

  for (const { name, body, code } of bodies) {
    it(`with ${name} for a body is answered as AWS does`, async () => {
      expect(errorIn(await send(emulator, describeTrails(body)))).to.deep.equal({ status: 400, code });
    });
  }

  for (const { name, request, code, status = 400 } of requests) {
    it(`that is ${name} is answered as AWS does`, async () => {
      expect(errorIn(await send(emulator, request))).to.deep.equal({ status, code });
    });
  }

  for (const name of ["x-nothing", ...Object.getOwnPropertyNames(Object.prototype)]) {
    it(`that claims to sign the header ${name}, which it does not have, is answered as AWS does`, async () => {
      const answer = await send(emulator, { ...whoAmI, afterSigning: { authorization: claimingToSign(name, "sts") } });
      expect(errorIn(answer)).to.deep.equal({ status: 403, code: "SignatureDoesNotMatch" });
    });
  }

  it("with a header that Node.js gives as a list is signed as its text", async () => {
    const answer = await send(emulator, { ...whoAmI, headers: { ...whoAmI.headers, "set-cookie": "a=b" } });
    expect(answer.status).to.equal(200);
  });

  it("names the operation that only AWS has", async () => {
    const answer = await send(emulator, jsonCall("cloudtrail", `${cloudTrail}.CreateEventDataStore`, '{"Name":"t"}'));
    expect(jsonOf(answer)).to.deep.equal({
      __type: "UnknownOperationException",
      message: "The embedded AWS does not have the operation cloudtrail:CreateEventDataStore yet.",
    });
  });

  const raw: {
    name: string;
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    status: number;
  }[] = [
    { name: "without a content type", headers: {}, body: "{}", status: 403 },
    { name: "with a malformed content type", headers: { "content-type": "nonsense" }, body: "{}", status: 415 },
    { name: "with an empty content type", headers: { "content-type": "" }, body: "{}", status: 415 },
    { name: "with a method of its own", method: "PROPFIND", status: 403 },
    { name: "to a path that nobody can decode", path: "/%zz", status: 400 },
    { name: "to a very long path", path: `/${"a".repeat(12_000)}`, status: 403 },
    {
      name: "with a body that is too large",
      body: "x".repeat(20 * 1024 * 1024 + 1),
      headers: { "content-type": "application/json" },
      status: 413,
    },
    { name: "to an unknown control route", path: "/_keylab/nothing", status: 403 },
  ];
  for (const { name, method = "POST", path = "/", headers = {}, body, status } of raw) {
    it(`${name} is refused, and no bug`, async () => {
      const answer = await sendRaw(emulator.port, { method, path, headers, body });
      expect(answer.status).to.equal(status);
      expect(answer.text).to.match(/"__type"|<ErrorResponse/);
    });
  }

  it("leaves the server well", async () => {
    expect((await send(emulator, whoAmI)).status).to.equal(200);
  });
});

/** Sends what `fetch` would refuse to send. */
function sendRaw(
  port: number,
  { method, path, headers, body }: { method: string; path: string; headers: Record<string, string>; body?: string },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
