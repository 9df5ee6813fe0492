import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const first = Buffer.alloc(5 * 1024 * 1024, "a");
const size = first.length + 5;

describe("Parts of an object in S3", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "whole", Body: "hello" }));
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "empty", ContentLength: 0 }));
    const place = { Bucket: "mine", Key: "parts" };
    const { UploadId } = await s3.send(new S3.CreateMultipartUploadCommand({ ...place, ChecksumAlgorithm: "CRC32" }));
    const Parts: S3.CompletedPart[] = [];
    for (const Body of [first, "hello"]) {
      const PartNumber = Parts.length + 1;
      const { ETag, ChecksumCRC32 } = await s3.send(
        new S3.UploadPartCommand({ ...place, UploadId, PartNumber, Body, ChecksumAlgorithm: "CRC32" }),
      );
      Parts.push({ PartNumber, ETag, ChecksumCRC32 });
    }
    await s3.send(new S3.CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } }));
  });
  after(() => emulator.stop());

  const get = (Key: string, more: Partial<S3.GetObjectCommandInput>) =>
    s3.send(new S3.GetObjectCommand({ Bucket: "mine", Key, ...more }));

  it("are read by number, with their own checksums", async () => {
    const part = await get("parts", { PartNumber: 2, ChecksumMode: "ENABLED" });
    expect(await part.Body?.transformToString()).to.equal("hello");
    const shown = {
      ContentLength: 5,
      ContentRange: `bytes ${first.length}-${size - 1}/${size}`,
      PartsCount: 2,
      ChecksumCRC32: "NhCmhg==",
    };
    expect(part).to.deep.include(shown);
    expect(part.$metadata.httpStatusCode).to.equal(206);
    const asked = { Bucket: "mine", Key: "parts", PartNumber: 2, ChecksumMode: "ENABLED" } as const;
    expect(await s3.send(new S3.HeadObjectCommand(asked))).to.deep.include(shown);
  });

  it("are read by range too, and HeadObject tells of a range what GetObject does", async () => {
    const shown = { ContentLength: 2, ContentRange: "bytes 1-2/5" };
    expect(await get("whole", { Range: "bytes=1-2" })).to.deep.include(shown);
    const head = new S3.HeadObjectCommand({ Bucket: "mine", Key: "whole", Range: "bytes=1-2" });
    expect(await s3.send(head)).to.deep.include(shown);
  });

  it("are one of an object that was put as a whole", async () => {
    const part = await get("whole", { PartNumber: 1 });
    expect(await part.Body?.transformToString()).to.equal("hello");
    expect([part.ContentRange, part.PartsCount]).to.deep.equal(["bytes 0-4/5", undefined]);
    expect((await get("empty", { PartNumber: 1 })).ContentLength).to.equal(0);
  });

  const refusals: readonly { readonly asked: Partial<S3.GetObjectCommandInput>; readonly says: string }[] = [
    { asked: { PartNumber: 2 }, says: "InvalidPartNumber 416" },
    { asked: { PartNumber: 0 }, says: "InvalidPartNumber 416" },
    { asked: { PartNumber: 1, Range: "bytes=0-1" }, says: "InvalidRequest 400" },
    { asked: { Range: "bytes=5-" }, says: "InvalidRange 416" },
    { asked: { Range: "bytes=3-2" }, says: "InvalidRange 416" },
  ];
  for (const { asked, says } of refusals) {
    it(`that are not there end with ${says}: ${JSON.stringify(asked)}`, async () => {
      const { code, status } = await refusalOf(get("whole", asked));
      expect(`${code} ${status}`).to.equal(says);
    });
  }
});
