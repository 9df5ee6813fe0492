import { Readable } from "node:stream";
import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { send } from "../../../support/signedRequest.ts";

/** Digests of `hello`: CRC-32 and SHA-256, as `crc32` and `sha256sum` compute them, in base64. */
const crc32 = "NhCmhg==";
const sha256 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

const digests: readonly { readonly header: string; readonly value: string; readonly answer: string }[] = [
  { header: "x-amz-checksum-crc32", value: crc32, answer: "200" },
  { header: "x-amz-checksum-crc32", value: "AAAAAA==", answer: "BadDigest" },
  { header: "x-amz-checksum-sha256", value: sha256, answer: "200" },
  { header: "x-amz-checksum-sha256", value: crc32, answer: "BadDigest" },
  { header: "x-amz-checksum-crc32c", value: "mnG7TA==", answer: "200" },
  { header: "x-amz-checksum-crc32c", value: crc32, answer: "BadDigest" },
  // What cannot be checked is refused by name.
  { header: "x-amz-checksum-xxhash64", value: "AAAAAAAAAAA=", answer: "InvalidArgument" },
];

describe("The checksum of an object", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
  });
  after(() => emulator.stop());

  async function put(headers: Record<string, string>, body: string): Promise<string> {
    const { status, text } = await send(emulator, { service: "s3", method: "PUT", path: "/mine/a", headers, body });
    return /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? String(status);
  }

  for (const { header, value, answer } of digests) {
    it(`${header} ${value} ends with ${answer} as a header`, async () => {
      const headers = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD", [header]: value };
      expect(await put(headers, "hello")).to.equal(answer);
    });

    it(`${header} ${value} ends with ${answer} as a trailer`, async () => {
      const headers = {
        "content-encoding": "aws-chunked",
        "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "x-amz-decoded-content-length": "5",
        "x-amz-trailer": header,
      };
      expect(await put(headers, `5\r\nhello\r\n0\r\n${header}:${value}\r\n\r\n`)).to.equal(answer);
    });
  }

  it("is sent in a trailer by the SDK for what it reads from a stream", async () => {
    const Body = Readable.from([Buffer.from("hel"), Buffer.from("lo")]);
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "b", Body, ContentLength: 5 }));
    const { Body: stored, ContentEncoding } = await s3.send(new S3.GetObjectCommand({ Bucket: "mine", Key: "b" }));
    expect(await stored?.transformToString()).to.equal("hello");
    // How it was transferred is no property of the object.
    expect(ContentEncoding).to.equal(undefined);
  });
});
