import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const all = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"] as const;

describe("GetObjectAttributes", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "whole", Body: "hello" }));
  });
  after(() => emulator.stop());

  async function putInParts(Key: string, more: Partial<S3.CreateMultipartUploadCommandInput>) {
    const place = { Bucket: "mine", Key };
    const { UploadId } = await s3.send(new S3.CreateMultipartUploadCommand({ ...place, ...more }));
    const Parts: S3.CompletedPart[] = [];
    for (const [PartNumber, Body] of [
      [1, Buffer.alloc(5 * 1024 * 1024)],
      [3, "hello"],
    ] as const) {
      const { $metadata, ...part } = await s3.send(new S3.UploadPartCommand({ ...place, UploadId, PartNumber, Body }));
      expect($metadata.httpStatusCode).to.equal(200);
      Parts.push({ ...part, PartNumber });
    }
    await s3.send(new S3.CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } }));
  }
  const attributesOf = async (Key: string, more: Partial<S3.GetObjectAttributesCommandInput> = {}) => {
    const asked = { Bucket: "mine", Key, ObjectAttributes: [...all], ...more };
    const { $metadata, LastModified, ...attributes } = await s3.send(new S3.GetObjectAttributesCommand(asked));
    expect($metadata.httpStatusCode).to.equal(200);
    expect(LastModified).to.be.instanceOf(Date);
    return attributes;
  };

  it("tells what is asked of an object, and nothing else", async () => {
    const whole = {
      ETag: "5d41402abc4b2a76b9719d911017c592",
      Checksum: { ChecksumCRC32: "NhCmhg==", ChecksumType: "FULL_OBJECT" },
      StorageClass: "STANDARD",
      ObjectSize: 5,
    };
    expect(await attributesOf("whole")).to.deep.equal(whole);
    expect(await attributesOf("whole", { ObjectAttributes: ["ObjectSize"] })).to.deep.equal({ ObjectSize: 5 });
  });

  it("lists the parts of an object that have checksums, page by page", async () => {
    await putInParts("parts", { ChecksumAlgorithm: "CRC32" });
    const second = { PartNumber: 3, Size: 5, ChecksumCRC32: "NhCmhg==" };
    const { ObjectParts } = await attributesOf("parts");
    expect(ObjectParts).to.deep.include({ TotalPartsCount: 2, IsTruncated: false });
    expect(ObjectParts?.Parts).to.have.lengthOf(2).and.to.deep.include(second);
    const { ObjectParts: first } = await attributesOf("parts", { MaxParts: 1 });
    expect(first).to.deep.include({ TotalPartsCount: 2, IsTruncated: true, MaxParts: 1, NextPartNumberMarker: "1" });
    const { ObjectParts: rest } = await attributesOf("parts", { PartNumberMarker: "1" });
    expect(rest?.Parts).to.deep.equal([second]);
  });

  it("counts parts without checksums, and does not list them", async () => {
    await putInParts("counted", {});
    expect((await attributesOf("counted")).ObjectParts).to.deep.equal({ TotalPartsCount: 2 });
  });

  it("needs s3:GetObject and s3:GetObjectAttributes", async () => {
    const allow = (...Action: string[]) => [{ Effect: "Allow", Action, Resource: "arn:aws:s3:::mine/*" }] as const;
    const attempt = async (name: string, ...actions: string[]) => {
      const { credentials } = await createUser(emulator, name, allow(...actions));
      const client = clientsFor(emulator, credentials).s3;
      const asked = { Bucket: "mine", Key: "whole", ObjectAttributes: ["ETag" as const] };
      return client.send(new S3.GetObjectAttributesCommand(asked));
    };
    expect((await attempt("Both", "s3:GetObject", "s3:GetObjectAttributes")).ETag).to.match(/^5d41/);
    expect((await refusalOf(attempt("Reader", "s3:GetObject"))).code).to.equal("AccessDenied");
    expect((await refusalOf(attempt("Describer", "s3:GetObjectAttributes"))).code).to.equal("AccessDenied");
  });
});
