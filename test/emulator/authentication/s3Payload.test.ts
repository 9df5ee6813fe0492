import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { SignatureVerifier } from "../../../emulator/authentication/signatureVerifier.ts";
import { readSignature } from "../../../emulator/authentication/signedRequest.ts";
import type { HttpRequest } from "../../../emulator/protocols/protocol.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const signedAt = new Date("2013-05-24T00:00:00Z");
const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

interface Example {
  readonly method?: string;
  readonly url: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly signature: string;
}

function signed({
  method = "GET",
  url,
  host = "examplebucket.s3.amazonaws.com",
  headers = {},
  body,
  signature,
}: Example): HttpRequest {
  const all: Record<string, string> = {
    host,
    "x-amz-content-sha256": emptyHash,
    "x-amz-date": "20130524T000000Z",
    ...headers,
  };
  const names = Object.keys(all).sort().join(";");
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${signature}`;
  return { method, url, headers: { ...all, authorization }, body: body ?? Buffer.alloc(0), sourceIp: "127.0.0.1" };
}

function meantBy(request: HttpRequest): HttpRequest {
  return new SignatureVerifier().verify(request, readSignature(request), secret, signedAt);
}

function bodyOf(request: HttpRequest): Buffer {
  return meantBy(request).body;
}

function codeOf(request: HttpRequest): string {
  return thrownBy(() => bodyOf(request), AwsError).code;
}

const welcome = Buffer.from("Welcome to Amazon S3.");
const put: Example = {
  method: "PUT",
  url: "/test%24file.text",
  headers: {
    date: "Fri, 24 May 2013 00:00:00 GMT",
    "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
    "x-amz-storage-class": "REDUCED_REDUNDANCY",
  },
  body: welcome,
  signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
};

/** Source: S3 API Reference, "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk". */
const examples: readonly (Example & { readonly name: string })[] = [
  {
    name: "GET Object",
    url: "/test.txt",
    headers: { range: "bytes=0-9" },
    signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  },
  { name: "PUT Object", ...put },
  {
    name: "GET Bucket Lifecycle",
    url: "/?lifecycle",
    signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  },
  {
    name: "Get Bucket (List Objects)",
    url: "/?max-keys=2&prefix=J",
    signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  },
];

/** Source: S3 API Reference, "Transferring Payload in Multiple Chunks", the example. */
const signatures = [
  "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
  "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
  "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
] as const;

function chunked(sizes: readonly number[] = [65_536, 1024, 0], change = (body: Buffer) => body): HttpRequest {
  const chunks = sizes.map((size, index) => {
    const line = `${size.toString(16)};chunk-signature=${signatures[index] ?? signatures[0]}\r\n`;
    return Buffer.concat([Buffer.from(line), Buffer.alloc(size, "a"), Buffer.from("\r\n")]);
  });
  return signed({
    method: "PUT",
    url: "/examplebucket/chunkObject.txt",
    host: "s3.amazonaws.com",
    headers: {
      "content-encoding": "aws-chunked",
      "content-length": "66824",
      "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
      "x-amz-decoded-content-length": "66560",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
    },
    body: change(Buffer.concat(chunks)),
    signature: "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
  });
}

/** Source: S3 API Reference, "Signature calculations for trailing headers", the example. */
const trailed = {
  seed: "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
  chunks: [
    "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
    "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
    "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
  ],
  trailer: "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435",
};

function withTrailer(checksum = "x-amz-checksum-crc32c:sOO8/Q=="): HttpRequest {
  const chunk = (size: number, signature = "") =>
    Buffer.concat([Buffer.from(`${size.toString(16)};chunk-signature=${signature}\r\n`), Buffer.alloc(size, "a")]);
  const [first, second, last] = trailed.chunks;
  const end = Buffer.from(`${checksum}\r\nx-amz-trailer-signature:${trailed.trailer}\r\n\r\n`);
  const crlf = Buffer.from("\r\n");
  return signed({
    method: "PUT",
    url: "/examplebucket/chunkObject.txt",
    host: "s3.amazonaws.com",
    headers: {
      "content-encoding": "aws-chunked",
      "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
      "x-amz-decoded-content-length": "66560",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
      "x-amz-trailer": "x-amz-checksum-crc32c",
    },
    body: Buffer.concat([chunk(65_536, first), crlf, chunk(1024, second), crlf, chunk(0, last), end]),
    signature: trailed.seed,
  });
}

describe("the payload of S3", () => {
  for (const { name, ...example } of examples) {
    it(`is accepted as in AWS's example ${name}`, () => {
      expect(bodyOf(signed(example))).to.deep.equal(example.body ?? Buffer.alloc(0));
    });
  }

  it("is left open by a presigned URL, as in AWS's example", () => {
    const credential = "AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request";
    const url = `/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`;
    const headers = { host: "examplebucket.s3.amazonaws.com" };
    expect(bodyOf({ method: "GET", url, headers, body: welcome, sourceIp: "127.0.0.1" })).to.equal(welcome);
  });

  it("must be as its header says", () => {
    expect(codeOf({ ...signed(put), body: Buffer.from("Welcome to Amazon S4.") })).to.equal(
      "XAmzContentSHA256Mismatch",
    );
  });

  it("must be stated", () => {
    const { "x-amz-content-sha256": hash, ...headers } = signed(put).headers;
    expect(hash).to.equal(put.headers?.["x-amz-content-sha256"]);
    expect(codeOf({ ...signed(put), headers })).to.equal("InvalidRequest");
  });

  it("may be left out of the signature by saying so, which the signature then covers", () => {
    const headers = { ...put.headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" };
    expect(codeOf(signed({ ...put, headers }))).to.equal("SignatureDoesNotMatch");
  });

  it("in chunks is put together, as in AWS's example", () => {
    expect(bodyOf(chunked())).to.deep.equal(Buffer.alloc(66_560, "a"));
  });

  const refused: readonly { readonly name: string; readonly request: HttpRequest; readonly code: string }[] = [
    {
      name: "one of whose bytes is another",
      request: chunked(undefined, (body) => body.fill("b", 70_000 - 4_000, 70_000 - 3_999)),
      code: "SignatureDoesNotMatch",
    },
    { name: "without the second", request: chunked([65_536, 0]), code: "SignatureDoesNotMatch" },
    { name: "in another order", request: chunked([1024, 65_536, 0]), code: "SignatureDoesNotMatch" },
    { name: "without an end", request: chunked([65_536, 1024]), code: "IncompleteBody" },
    { name: "that is cut off", request: chunked(undefined, (body) => body.subarray(0, 1000)), code: "IncompleteBody" },
    { name: "that is none", request: chunked(undefined, () => Buffer.from("aaaa")), code: "IncompleteBody" },
    {
      name: "without signatures",
      request: chunked(undefined, () => Buffer.from("1\r\na\r\n0\r\n\r\n")),
      code: "IncompleteBody",
    },
  ];
  for (const { name, request, code } of refused) {
    it(`in chunks ${name} is refused`, () => expect(codeOf(request)).to.equal(code));
  }

  it("in chunks with a trailer is put together, as in AWS's example, and the trailer is a header", () => {
    const { body, headers } = meantBy(withTrailer());
    expect(body).to.deep.equal(Buffer.alloc(66_560, "a"));
    expect(headers["x-amz-checksum-crc32c"]).to.equal("sOO8/Q==");
  });

  it("with another trailer than was signed is refused", () => {
    expect(codeOf(withTrailer("x-amz-checksum-crc32c:sOO8/A=="))).to.equal("SignatureDoesNotMatch");
  });

  it("with a trailer that was not announced is refused", () => {
    expect(codeOf(withTrailer("x-amz-checksum-crc32:sOO8/Q=="))).to.equal("MalformedTrailerError");
  });
});
