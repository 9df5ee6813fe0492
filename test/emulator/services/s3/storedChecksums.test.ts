import { createHash } from "node:crypto";
import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { refusalOf, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

/** Checksums of `hello`, in base64. */
const crc32 = "NhCmhg==";
const crc32c = "mnG7TA==";
const crc64Nvme = "M3eFcAZSQlc=";
const sha256 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

describe("The checksum that S3 keeps", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  /** Like a client from before 2025, which states no checksum by itself. */
  let silent: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    const options = { endpoint: emulator.url, region: "us-east-1", credentials: rootOf(), forcePathStyle: true };
    s3 = new S3.S3Client(options);
    const requestChecksumCalculation = "WHEN_REQUIRED";
    silent = new S3.S3Client({ ...options, requestChecksumCalculation, responseChecksumValidation: "WHEN_REQUIRED" });
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
  });
  after(() => emulator.stop());

  const stated: readonly { readonly by: string; readonly put: object; readonly kept: object }[] = [
    { by: "the request", put: { ChecksumSHA256: sha256 }, kept: { ChecksumSHA256: sha256 } },
    { by: "another algorithm", put: { ChecksumCRC32C: crc32c }, kept: { ChecksumCRC32C: crc32c } },
    { by: "nobody but S3", put: {}, kept: { ChecksumCRC64NVME: crc64Nvme } },
  ];
  for (const { by, put, kept } of stated) {
    it(`is the one stated by ${by}, and is told to those who ask`, async () => {
      const place = { Bucket: "mine", Key: by };
      const whole = { ...kept, ChecksumType: "FULL_OBJECT" };
      expect(await silent.send(new S3.PutObjectCommand({ ...place, Body: "hello", ...put }))).to.deep.include(whole);
      const asked = { ...place, ChecksumMode: "ENABLED" } as const;
      expect(await s3.send(new S3.HeadObjectCommand(asked))).to.deep.include(whole);
      const got = await s3.send(new S3.GetObjectCommand(asked));
      expect(got).to.deep.include(whole);
      // The SDK holds what it reads against the checksum.
      expect(await got.Body?.transformToString()).to.equal("hello");
      expect(await silent.send(new S3.HeadObjectCommand(place))).not.to.have.any.keys(Object.keys(whole));
      const part = await silent.send(new S3.GetObjectCommand({ ...asked, Range: "bytes=1-2" }));
      expect(part).not.to.have.any.keys(Object.keys(whole));
    });
  }

  it("is the SDK's CRC32 where the program says nothing", async () => {
    const put = await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "sdk", Body: "hello" }));
    expect(put).to.deep.include({ ChecksumCRC32: crc32, ChecksumType: "FULL_OBJECT" });
  });

  it("is one alone", async () => {
    const both = { Bucket: "mine", Key: "both", Body: "hello", ChecksumCRC32: crc32, ChecksumSHA256: sha256 };
    expect(await refusalOf(s3.send(new S3.PutObjectCommand(both)))).to.deep.equal({
      code: "InvalidRequest",
      message: "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
      status: 400,
    });
  });

  const place = { Bucket: "mine", Key: "parts" };
  async function begin(more: Partial<S3.CreateMultipartUploadCommandInput>) {
    const begun = await silent.send(new S3.CreateMultipartUploadCommand({ ...place, ...more }));
    return { ...place, UploadId: begun.UploadId, PartNumber: 1, Body: "hello" };
  }
  const complete = (UploadId: string | undefined, part: S3.CompletedPart, more = {}) => {
    const MultipartUpload = { Parts: [{ ...part, PartNumber: 1 }] };
    return silent.send(new S3.CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload, ...more }));
  };
  const composite = createHash("sha256").update(Buffer.from(sha256, "base64")).digest("base64");

  it("of an upload in parts is made of theirs, or of the whole", async () => {
    const algorithms = [
      { more: { ChecksumAlgorithm: "SHA256" }, part: { ChecksumSHA256: sha256 }, type: "COMPOSITE" },
      { more: { ChecksumAlgorithm: "CRC64NVME" }, part: { ChecksumCRC64NVME: crc64Nvme }, type: "FULL_OBJECT" },
      { more: { ChecksumAlgorithm: "CRC32", ChecksumType: "FULL_OBJECT" }, part: { ChecksumCRC32: crc32 } },
      { more: {}, part: {}, whole: { ChecksumCRC64NVME: crc64Nvme } },
    ] as const;
    for (const { more, part, ...expected } of algorithms) {
      const upload = await begin(more);
      const { ETag } = await silent.send(new S3.UploadPartCommand({ ...upload, ...part }));
      const made = await complete(upload.UploadId, { ETag, ...part });
      const type = "type" in expected ? expected.type : "FULL_OBJECT";
      const full = "whole" in expected ? expected.whole : part;
      const whole = type === "COMPOSITE" ? { ChecksumSHA256: `${composite}-1` } : full;
      expect(made).to.deep.include({ ...whole, ChecksumType: type });
    }
  });

  const sentences: readonly { readonly name: string; readonly call: () => Promise<unknown>; readonly says: string }[] =
    [
      {
        name: "is not left out by a part whose upload has one",
        call: async () => silent.send(new S3.UploadPartCommand(await begin({ ChecksumAlgorithm: "SHA256" }))),
        says: "InvalidRequest: Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: null",
      },
      {
        name: "is not left out by the request that completes an upload",
        call: async () => {
          const upload = await begin({ ChecksumAlgorithm: "SHA256" });
          const { ETag } = await silent.send(new S3.UploadPartCommand({ ...upload, ChecksumSHA256: sha256 }));
          return complete(upload.UploadId, { ETag });
        },
        says: "InvalidRequest: The upload was created using a sha256 checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request.",
      },
      {
        name: "is of no type that the algorithm does not have",
        call: () => begin({ ChecksumAlgorithm: "SHA256", ChecksumType: "FULL_OBJECT" }),
        says: "InvalidRequest: The FULL_OBJECT checksum type cannot be used with the sha256 checksum algorithm.",
      },
      {
        name: "is by no algorithm that is not carried",
        call: () => begin({ ChecksumAlgorithm: "XXHASH3" }),
        says: "NotImplemented: The embedded AWS does not carry the checksum algorithm 'XXHASH3' yet.",
      },
      {
        name: "is that of the whole which the request to complete states",
        call: async () => {
          const upload = await begin({});
          const { ETag } = await silent.send(new S3.UploadPartCommand(upload));
          return complete(upload.UploadId, { ETag }, { ChecksumCRC64NVME: "AAAAAAAAAAA=" });
        },
        says: "BadDigest: The CRC64NVME you specified did not match the calculated checksum.",
      },
      {
        name: "is of the type that the request to complete states",
        call: async () => {
          const upload = await begin({});
          const { ETag } = await silent.send(new S3.UploadPartCommand(upload));
          return complete(upload.UploadId, { ETag }, { ChecksumType: "COMPOSITE" });
        },
        says: "InvalidRequest: The upload was created using the FULL_OBJECT checksum mode. The complete request must use the same checksum mode.",
      },
      {
        name: "goes with the size that the request to complete states",
        call: async () => {
          const upload = await begin({});
          const { ETag } = await silent.send(new S3.UploadPartCommand(upload));
          return complete(upload.UploadId, { ETag }, { MpuObjectSize: 6 });
        },
        says: "InvalidRequest: The provided object size of 6 bytes does not match what was computed: 5 bytes.",
      },
    ];
  for (const { name, call, says } of sentences) {
    it(name, async () => {
      const { code, message } = await refusalOf(call());
      expect(`${code}: ${message}`).to.equal(says);
    });
  }
});
