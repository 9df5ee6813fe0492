import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

describe("A conditional write to S3", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
  });
  afterEach(() => emulator.stop());

  const put = (Body: string, more: Partial<S3.PutObjectCommandInput> = {}) =>
    s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "lock", Body, ...more }));
  const text = async () =>
    (await s3.send(new S3.GetObjectCommand({ Bucket: "mine", Key: "lock" }))).Body?.transformToString();

  it("is won by one of several at the same time", async () => {
    const all = await Promise.allSettled(["1", "2", "3", "4"].map((body) => put(body, { IfNoneMatch: "*" })));
    expect(all.map(({ status }) => status).sort()).to.deep.equal(["fulfilled", "rejected", "rejected", "rejected"]);
    expect(await text()).to.equal(String(all.findIndex(({ status }) => status === "fulfilled") + 1));
  });

  it("replaces only what it knows", async () => {
    const { ETag } = await put("1");
    expect(await refusalOf(put("2", { IfMatch: '"another"' }))).to.deep.include({ code: "PreconditionFailed" });
    await put("3", { IfMatch: ETag?.replaceAll('"', "") });
    expect(await refusalOf(put("4", { IfMatch: ETag }))).to.deep.include({ code: "PreconditionFailed", status: 412 });
    expect(await text()).to.equal("3");
  });

  it("replaces nothing that is not there", async () => {
    expect(await refusalOf(put("1", { IfMatch: '"another"' }))).to.deep.include({ code: "NoSuchKey", status: 404 });
  });
});
