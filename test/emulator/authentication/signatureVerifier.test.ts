import { expect } from "chai";
import fc from "fast-check";
import { AwsError } from "../../../emulator/awsError.ts";
import { SignatureVerifier } from "../../../emulator/authentication/signatureVerifier.ts";
import { readSignature } from "../../../emulator/authentication/signedRequest.ts";
import type { HttpRequest } from "../../../emulator/protocols/protocol.ts";
import { thrownBy } from "../../support/thrownBy.ts";
import { sigV4TestSuite, type SuiteCase } from "./sigV4TestSuite.ts";

const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const signedAt = new Date("2015-08-30T12:36:00Z");
function signedRequest({
  method = "GET",
  url = "/",
  headers = {},
  body = "",
  signature,
}: Omit<SuiteCase, "name">): HttpRequest {
  const all: Record<string, string> = { host: "example.amazonaws.com", "x-amz-date": "20150830T123600Z", ...headers };
  const names = Object.keys(all).sort().join(";");
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${names}, Signature=${signature}`;
  return { method, url, headers: { ...all, authorization }, body: Buffer.from(body), sourceIp: "127.0.0.1" };
}

function verify(request: HttpRequest, options: { secret?: string; now?: Date } = {}): void {
  new SignatureVerifier().verify(request, readSignature(request), options.secret ?? secret, options.now ?? signedAt);
}

function refusal(request: HttpRequest, options?: { secret?: string; now?: Date }) {
  const { code, message, status } = thrownBy(() => verify(request, options), AwsError);
  return { code, message, status };
}

const mismatch = {
  code: "SignatureDoesNotMatch",
  message:
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
  status: 403,
};

const vanilla = signedRequest({ signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" });
const form = signedRequest({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "Param1=value1",
  signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
});

describe("Signature Version 4", () => {
  for (const { name, ...request } of sigV4TestSuite) {
    it(`accepts AWS's example ${name}`, () => verify(signedRequest(request)));
    it(`refuses AWS's example ${name} with another secret`, () => {
      expect(refusal(signedRequest(request), { secret: `${secret}x` })).to.deep.equal(mismatch);
    });
  }

  const changed: { name: string; request: HttpRequest }[] = [
    { name: "body", request: { ...form, body: Buffer.from("Param1=value2") } },
    { name: "method", request: { ...form, method: "PUT" } },
    { name: "path", request: { ...form, url: "/x" } },
    { name: "query", request: { ...form, url: "/?a=b" } },
    { name: "value of a query parameter behind its second equals sign", request: { ...form, url: "/?a=b=c" } },
    { name: "signed header", request: { ...form, headers: { ...form.headers, "content-type": "text/plain" } } },
    { name: "host", request: { ...form, headers: { ...form.headers, host: "example.com" } } },
    { name: "time", request: { ...form, headers: { ...form.headers, "x-amz-date": "20150830T123601Z" } } },
    {
      name: "region of the scope",
      request: {
        ...form,
        headers: {
          ...form.headers,
          authorization: (form.headers.authorization ?? "").replace("us-east-1", "us-west-2"),
        },
      },
    },
    {
      name: "service of the scope",
      request: {
        ...form,
        headers: { ...form.headers, authorization: (form.headers.authorization ?? "").replace("/service/", "/kms/") },
      },
    },
  ];
  for (const { name, request } of changed) {
    it(`refuses a request whose ${name} was changed after signing`, () =>
      expect(refusal(request)).to.deep.equal(mismatch));
  }

  it("refuses every signature with one wrong digit", () => {
    const right = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    fc.assert(
      fc.property(fc.nat(63), fc.integer({ min: 1, max: 15 }), (at, by) => {
        const digit = (parseInt(right.charAt(at), 16) ^ by).toString(16);
        const signature = right.slice(0, at) + digit + right.slice(at + 1);
        expect(refusal(signedRequest({ signature }))).to.deep.equal(mismatch);
      }),
    );
  });

  for (const signature of ["5fa00fa3", "zz", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf3100"]) {
    it(`refuses the signature ${signature}`, () =>
      expect(refusal(signedRequest({ signature }))).to.deep.equal(mismatch));
  }

  it("refuses a query string that no one can decode", () => {
    expect(refusal(signedRequest({ url: "/?a=%zz", signature: "00" }))).to.deep.equal({
      ...mismatch,
      message: "The query string has a malformed percent encoding: '%zz'.",
    });
  });

  const times: { name: string; now: string; message?: string }[] = [
    { name: "accepts a signature of five minutes ago", now: "2015-08-30T12:41:00Z" },
    {
      name: "refuses a signature older than five minutes",
      now: "2015-08-30T12:41:01Z",
      message: "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T124101Z - 5 min.)",
    },
    { name: "accepts a signature five minutes ahead", now: "2015-08-30T12:31:00Z" },
    {
      name: "refuses a signature further ahead than five minutes",
      now: "2015-08-30T12:30:59Z",
      message:
        "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T123059Z + 5 min.)",
    },
  ];
  for (const { name, now, message } of times) {
    it(name, () => {
      if (message === undefined) verify(vanilla, { now: new Date(now) });
      else expect(refusal(vanilla, { now: new Date(now) })).to.deep.equal({ ...mismatch, message });
    });
  }

  it("refuses a request whose host is not signed", () => {
    const authorization = (vanilla.headers.authorization ?? "").replace("host;", "");
    expect(refusal({ ...vanilla, headers: { ...vanilla.headers, authorization } })).to.deep.equal({
      ...mismatch,
      message: "'Host' must be a 'SignedHeader' in the AWS Authorization.",
    });
  });
});

describe("the Authorization header", () => {
  const good = vanilla.headers.authorization ?? "";
  const parts = "Authorization header requires 'Credential', 'Signature' and 'SignedHeaders'.";
  const date = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";
  const refused: { name: string; headers: Readonly<Record<string, string>>; code: string; message: string }[] = [
    {
      name: "that is missing",
      headers: {},
      code: "MissingAuthenticationToken",
      message: "Missing Authentication Token",
    },
    {
      name: "of another scheme",
      headers: { authorization: "Basic dGVzdDp0ZXN0" },
      code: "IncompleteSignature",
      message: parts,
    },
    {
      name: "without a credential",
      headers: { authorization: good.replace("Credential", "Credentials") },
      code: "IncompleteSignature",
      message: parts,
    },
    {
      name: "without a signature",
      headers: { authorization: good.replace(/Signature=.*/, "") },
      code: "IncompleteSignature",
      message: parts,
    },
    {
      name: "without signed headers",
      headers: { authorization: good.replace("host;x-amz-date", "") },
      code: "IncompleteSignature",
      message: parts,
    },
    {
      name: "with a short scope",
      headers: { authorization: good.replace("/us-east-1", "") },
      code: "IncompleteSignature",
      message: parts,
    },
    {
      name: "with another ending of the scope",
      headers: { authorization: good.replace("aws4_request", "aws5_request") },
      code: "IncompleteSignature",
      message: parts,
    },
    { name: "without a date beside it", headers: { "x-amz-date": "" }, code: "IncompleteSignature", message: date },
    {
      name: "with a malformed date beside it",
      headers: { "x-amz-date": "2015-08-30T12:36:00Z" },
      code: "IncompleteSignature",
      message: date,
    },
    {
      name: "with a date beside it that is no date",
      headers: { "x-amz-date": "20151330T123600Z" },
      code: "IncompleteSignature",
      message: date,
    },
    {
      name: "with another day in its scope",
      headers: { "x-amz-date": "20150831T123600Z" },
      code: "IncompleteSignature",
      message: date,
    },
  ];
  for (const { name, headers, code, message } of refused) {
    it(`is refused ${name}`, () => {
      const base = "authorization" in headers || Object.keys(headers).length > 0 ? vanilla.headers : {};
      const error = thrownBy(() => readSignature({ ...vanilla, headers: { ...base, ...headers } }), AwsError);
      expect({ code: error.code, message: error.message, status: error.status }).to.deep.equal({
        code,
        message,
        status: 403,
      });
    });
  }

  it("may leave out the spaces between its parts", () => {
    verify({ ...vanilla, headers: { ...vanilla.headers, authorization: good.replaceAll(", ", ",") } });
  });
});
