import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { SignatureVerifier } from "../../../emulator/authentication/signatureVerifier.ts";
import { readSignature } from "../../../emulator/authentication/signedRequest.ts";
import type { HttpRequest } from "../../../emulator/protocols/protocol.ts";
import { startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { presignedUrl } from "../../support/signedRequest.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const signedAt = new Date("2015-08-30T12:36:00Z");
const scope = "AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request";

interface Presigned {
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signature: string;
  readonly change?: (url: string) => string;
}

function presigned({ path = "/", query = "", headers = {}, signature, change = (url) => url }: Presigned): HttpRequest {
  const signedHeaders = ["host", ...Object.keys(headers)].join("%3B");
  const url = `${path}?${query}X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${scope}&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=${signedHeaders}&X-Amz-Expires=3600&X-Amz-Signature=${signature}`;
  const all = { host: "example.amazonaws.com", ...headers };
  return { method: "GET", url: change(url), headers: all, body: Buffer.alloc(0), sourceIp: "127.0.0.1" };
}

function verify(request: HttpRequest, now = signedAt): void {
  new SignatureVerifier().verify(request, readSignature(request), secret, now);
}

function refusal(request: HttpRequest, now?: Date): string {
  const { code, message } = thrownBy(() => verify(request, now), AwsError);
  return `${code}: ${message}`;
}

const vanilla = "e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d";
const unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Source: AWS Signature Version 4 test suite (with awslabs/aws-c-auth, Apache-2.0), signed in the query. */
const suite: readonly (Presigned & { readonly name: string })[] = [
  { name: "get-vanilla-query", signature: vanilla },
  {
    name: "get-vanilla-query-order-key-case",
    query: "Param2=value2&Param1=value1&",
    signature: "86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5",
  },
  {
    name: "get-vanilla-utf8-query",
    query: "%E1%88%B4=bar&",
    signature: "0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600",
  },
  {
    name: "get-unreserved",
    path: `/${unreserved}`,
    signature: "95968482db1b9e0fadef6efc1bd24689f77c77d9ef56919c96a28cc92e0d6005",
  },
  {
    name: "get-header-value-trim",
    headers: { "my-header1": " value1", "my-header2": ' "a   b   c"' },
    signature: "e7bb0fd515e125e1aec2ecc4c0c17484fb06f6846b927c35e46005dd3df3acd4",
  },
];

const mismatch = "SignatureDoesNotMatch: The request signature we calculated does not match";
const without = (name: string) => (url: string) => url.replace(new RegExp(`&?${name}=[^&]*`), "");
const refused: readonly { readonly name: string; readonly change: (url: string) => string; readonly says: string }[] = [
  { name: "with another parameter", change: (url) => `${url}&a=b`, says: mismatch },
  { name: "with another path", change: (url) => url.replace("/?", "/x?"), says: mismatch },
  { name: "with a longer life", change: (url) => url.replace("3600", "3601"), says: mismatch },
  { name: "without its signature", change: without("X-Amz-Signature"), says: "IncompleteSignature: AWS query-string" },
  { name: "without its algorithm", change: without("X-Amz-Algorithm"), says: "IncompleteSignature: AWS query-string" },
  { name: "without its time", change: without("X-Amz-Date"), says: "IncompleteSignature: AWS query-string" },
  {
    name: "of another day",
    change: (url) => url.replace("Date=20150830", "Date=20150829"),
    says: "IncompleteSignature",
  },
  { name: "without an end", change: without("X-Amz-Expires"), says: "IncompleteSignature" },
  { name: "that ends at once", change: (url) => url.replace("3600", "0"), says: "IncompleteSignature" },
  {
    name: "that lives longer than a week",
    change: (url) => url.replace("3600", "604801"),
    says: "IncompleteSignature",
  },
];

describe("a presigned URL", () => {
  for (const { name, ...example } of suite) {
    it(`is accepted as in AWS's example ${name}`, () => verify(presigned(example)));
  }

  for (const { name, change, says } of refused) {
    it(`is refused ${name}`, () => {
      expect(refusal(presigned({ signature: vanilla, change }))).to.include(says);
    });
  }

  it("is good until its end, and not longer", () => {
    const request = presigned({ signature: vanilla });
    verify(request, new Date("2015-08-30T13:36:00Z"));
    expect(refusal(request, new Date("2015-08-30T13:36:01Z"))).to.equal(
      "SignatureDoesNotMatch: Signature expired: 20150830T133600Z is now earlier than 20150830T133601Z",
    );
  });

  it("is not good before its time", () => {
    const request = presigned({ signature: vanilla });
    expect(refusal(request, new Date("2015-08-30T12:30:59Z"))).to.include("Signature not yet current");
  });

  describe("of GetCallerIdentity, as other services pass it on", () => {
    let emulator: Emulator;
    before(async () => (emulator = await startTestEmulator()));
    after(() => emulator.stop());
    const asked = "Action=GetCallerIdentity&Version=2011-06-15";

    it("tells who has signed it", async () => {
      const answer = await fetch(presignedUrl(emulator, { service: "sts", path: `/?${asked}` }));
      expect([answer.status, await answer.text()]).to.deep.equal([
        200,
        '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><UserId>000000000000</UserId><Account>000000000000</Account><Arn>arn:aws:iam::000000000000:root</Arn></GetCallerIdentityResult><ResponseMetadata><RequestId>' +
          `${answer.headers.get("x-amzn-requestid")}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
      ]);
    });

    it("is refused once it has been changed, with the code of its protocol", async () => {
      const url = presignedUrl(emulator, { service: "sts", path: `/?${asked}` });
      const answer = await fetch(url.replace("Expires=900", "Expires=901"));
      expect(answer.status).to.equal(403);
      expect(await answer.text()).to.include("<Code>SignatureDoesNotMatch</Code>");
    });
  });
});
