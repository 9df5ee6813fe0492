import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

describe("A bucket policy that enforces conditional writes", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
    const statement = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::mine/*",
      Condition: { Null: { "s3:if-none-match": "true" }, Bool: { "s3:ObjectCreationOperation": "true" } },
    };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
    await s3.send(new S3.PutBucketPolicyCommand({ Bucket: "mine", Policy }));
  });
  after(() => emulator.stop());

  it("refuses to put an object without a condition", async () => {
    const put = { Bucket: "mine", Key: "a", Body: "x" };
    expect((await refusalOf(s3.send(new S3.PutObjectCommand(put)))).code).to.equal("AccessDenied");
    await s3.send(new S3.PutObjectCommand({ ...put, IfNoneMatch: "*" }));
  });

  it("refuses to complete an upload without a condition, but not to begin one", async () => {
    const place = { Bucket: "mine", Key: "b" };
    const { UploadId } = await s3.send(new S3.CreateMultipartUploadCommand(place));
    const { ETag } = await s3.send(new S3.UploadPartCommand({ ...place, UploadId, PartNumber: 1, Body: "x" }));
    const complete = { ...place, UploadId, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } };
    expect((await refusalOf(s3.send(new S3.CompleteMultipartUploadCommand(complete)))).code).to.equal("AccessDenied");
    await s3.send(new S3.CompleteMultipartUploadCommand({ ...complete, IfNoneMatch: "*" }));
  });
});
