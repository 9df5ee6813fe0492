import { createHash } from "node:crypto";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Credentials,
  type Emulator,
} from "../../../support/emulator.ts";

const large = Buffer.alloc(5 * 1024 * 1024, "a");
const small = Buffer.from("the end");

function md5(bytes: Uint8Array): Buffer {
  return createHash("md5").update(bytes).digest();
}

describe("Uploads to S3 in parts", function () {
  this.timeout(120_000);
  let emulator: Emulator;
  let s3: S3.S3Client;
  const clientOf = (credentials: Credentials) => clientsFor(emulator, credentials).s3;

  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientOf(rootOf());
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
  });
  after(() => emulator.stop());

  async function begin(Key: string, more: Partial<S3.CreateMultipartUploadCommandInput> = {}, client = s3) {
    const { UploadId = "" } = await client.send(new S3.CreateMultipartUploadCommand({ Bucket: "mine", Key, ...more }));
    const place = { Bucket: "mine", Key, UploadId };
    const upload = async (PartNumber: number, Body: Buffer, by = client) => {
      const part = await by.send(new S3.UploadPartCommand({ ...place, PartNumber, Body }));
      return { ...part, PartNumber };
    };
    const complete = (Parts: S3.CompletedPart[], by = client) =>
      by.send(new S3.CompleteMultipartUploadCommand({ ...place, MultipartUpload: { Parts } }));
    return { place, upload, complete };
  }

  const read = async (Key: string, client = s3) => {
    const { Body } = await client.send(new S3.GetObjectCommand({ Bucket: "mine", Key }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };

  it("make one object, whose ETag is the MD5 of those of its parts", async () => {
    const { upload, complete } = await begin("whole", { ContentType: "text/plain", Metadata: { who: "me" } });
    const parts = [await upload(1, large), await upload(7, small)];
    expect(parts.map(({ ETag }) => ETag)).to.deep.equal([large, small].map((part) => `"${md5(part).toString("hex")}"`));
    const digest = md5(Buffer.concat([md5(large), md5(small)])).toString("hex");
    expect((await complete(parts)).ETag).to.equal(`"${digest}-2"`);
    expect((await read("whole")).equals(Buffer.concat([large, small]))).to.equal(true);
    const head = await s3.send(new S3.HeadObjectCommand({ Bucket: "mine", Key: "whole" }));
    expect(head).to.deep.include({ ContentLength: large.length + small.length, ETag: `"${digest}-2"` });
    expect(head).to.deep.include({ ContentType: "text/plain", Metadata: { who: "me" } });
  });

  it("take a part again, and show nothing of the object until they are completed", async () => {
    const { upload, complete } = await begin("again");
    await upload(1, Buffer.from("first"));
    const second = await upload(1, small);
    expect(await refusalOf(read("again"))).to.deep.include({ code: "NoSuchKey" });
    await complete([second]);
    expect((await read("again")).toString()).to.equal("the end");
  });

  it("are over once they were completed or aborted", async () => {
    const { place, upload, complete } = await begin("over");
    const part = await upload(1, small);
    await complete([part]);
    const gone = {
      code: "NoSuchUpload",
      message:
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
      status: 404,
    };
    expect(await refusalOf(upload(2, small))).to.deep.equal(gone);
    const other = await begin("over");
    await s3.send(new S3.AbortMultipartUploadCommand(other.place));
    expect(await refusalOf(s3.send(new S3.ListPartsCommand(other.place)))).to.deep.equal(gone);
    expect(await refusalOf(s3.send(new S3.ListPartsCommand({ ...place, Key: "another" })))).to.deep.equal(gone);
  });

  it("list their parts and each other, page by page", async () => {
    const { place, upload } = await begin("listed/b");
    const first = await upload(3, small);
    const second = await upload(10_000, small);
    const page = await s3.send(new S3.ListPartsCommand({ ...place, MaxParts: 1 }));
    expect(page.Parts?.map(({ PartNumber, ETag, Size }) => [PartNumber, ETag, Size])).to.deep.equal([
      [3, first.ETag, small.length],
    ]);
    expect(page).to.deep.include({ IsTruncated: true, NextPartNumberMarker: "3" });
    const rest = await s3.send(new S3.ListPartsCommand({ ...place, PartNumberMarker: "3" }));
    expect(rest.Parts?.map(({ ETag }) => ETag)).to.deep.equal([second.ETag]);
    expect(rest.IsTruncated).to.equal(false);

    const again = (await begin("listed/b")).place;
    await begin("listed/c/1");
    await begin("listed/c/2");
    const asked = { Bucket: "mine", Prefix: "listed/", Delimiter: "/", MaxUploads: 1 };
    const shown: (string | undefined)[] = [];
    let marker: Pick<S3.ListMultipartUploadsCommandOutput, "KeyMarker" | "UploadIdMarker"> = {};
    for (;;) {
      const found = await s3.send(new S3.ListMultipartUploadsCommand({ ...asked, ...marker }));
      shown.push(...(found.Uploads ?? []).map(({ UploadId }) => UploadId));
      shown.push(...(found.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      if (found.IsTruncated !== true) break;
      marker = { KeyMarker: found.NextKeyMarker, UploadIdMarker: found.NextUploadIdMarker };
    }
    expect(shown).to.deep.equal([place.UploadId, again.UploadId, "listed/c/"]);
  });

  type Part = S3.CompletedPart;
  const wrong: readonly { readonly name: string; readonly parts: (sent: Part[]) => Part[]; readonly code: string }[] = [
    { name: "no part", parts: () => [], code: "MalformedXML" },
    { name: "parts in another order", parts: (sent) => [...sent].reverse(), code: "InvalidPartOrder" },
    { name: "a part twice", parts: ([first = {}]) => [first, first], code: "InvalidPartOrder" },
    { name: "a part that was not uploaded", parts: ([first]) => [{ ...first, PartNumber: 9 }], code: "InvalidPart" },
    { name: "the ETag of another part", parts: ([a, b]) => [{ ...a, ETag: b?.ETag }], code: "InvalidPart" },
    { name: "a small part before the last", parts: (sent) => sent, code: "EntityTooSmall" },
  ];
  for (const { name, parts, code } of wrong) {
    it(`are not completed with ${name}: ${code}`, async () => {
      const { place, upload, complete } = await begin("wrong");
      const sent = [await upload(1, small), await upload(2, Buffer.from("more"))];
      expect(await refusalOf(complete(parts(sent)))).to.deep.include({ code, status: 400 });
      // It can still be completed well.
      expect((await s3.send(new S3.ListPartsCommand(place))).Parts).to.have.lengthOf(2);
    });
  }

  for (const PartNumber of [0, 1.5, 10_001]) {
    it(`have no part ${PartNumber}`, async () => {
      const { upload } = await begin("numbers");
      expect(await refusalOf(upload(PartNumber, small))).to.deep.equal({
        code: "InvalidArgument",
        message: "Part number must be an integer between 1 and 10000, inclusive",
        status: 400,
      });
    });
  }

  it("do not overwrite an object that must not be there", async () => {
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "there", Body: "x" }));
    const { place, upload } = await begin("there");
    const MultipartUpload = { Parts: [await upload(1, small)] };
    const complete = new S3.CompleteMultipartUploadCommand({ ...place, MultipartUpload, IfNoneMatch: "*" });
    expect(await refusalOf(s3.send(complete))).to.deep.include({ code: "PreconditionFailed", status: 412 });
  });

  it("need s3:PutObject, and s3:AbortMultipartUpload to abort", async () => {
    const statement = { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::mine/allowed" } as const;
    const writer = clientOf((await createUser(emulator, "Writer", [statement])).credentials);
    const { place, upload, complete } = await begin("allowed", {}, writer);
    const part = await upload(1, small);
    const abort = await refusalOf(writer.send(new S3.AbortMultipartUploadCommand(place)));
    expect(abort).to.deep.include({ code: "AccessDenied", status: 403 });
    expect((await complete([part])).Key).to.equal("allowed");
    expect(await refusalOf(begin("denied", {}, writer))).to.deep.include({ code: "AccessDenied" });
  });

  it("need kms:GenerateDataKey to begin under KMS, and kms:Decrypt for all that follows", async () => {
    const { KeyMetadata } = await clientsFor(emulator).kms.send(new CreateKeyCommand({}));
    const SSEKMSKeyId = KeyMetadata?.Arn ?? "";
    const under = { ServerSideEncryption: "aws:kms", SSEKMSKeyId } as const;
    const write = {
      Effect: "Allow",
      Action: ["s3:PutObject", "s3:GetObject"],
      Resource: "arn:aws:s3:::mine/*",
    } as const;
    const context = { StringEquals: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::mine/secret" } };
    const may = (Action: string) => ({ Effect: "Allow", Action, Resource: SSEKMSKeyId, Condition: context }) as const;
    const user = async (name: string, actions: readonly string[]) =>
      clientOf((await createUser(emulator, name, [write, ...actions.map(may)])).credentials);
    const encryptor = await user("Encryptor", ["kms:GenerateDataKey"]);
    const decryptor = await user("Decryptor", ["kms:Decrypt"]);

    const denied = await refusalOf(begin("secret", under, decryptor));
    expect(denied).to.deep.include({ code: "AccessDenied", status: 403 });
    expect(denied.message).to.include("is not authorized to perform: kms:GenerateDataKey");
    const { upload, complete } = await begin("secret", under, encryptor);
    const part = await upload(1, small, decryptor);
    for (const attempt of [() => upload(2, small), () => complete([part])]) {
      expect((await refusalOf(attempt())).message).to.include("is not authorized to perform: kms:Decrypt");
    }
    expect(part.ETag).not.to.equal(`"${md5(small).toString("hex")}"`);
    expect(await complete([part], decryptor)).to.deep.include({ ServerSideEncryption: "aws:kms", SSEKMSKeyId });
    expect((await read("secret", decryptor)).toString()).to.equal("the end");
  });
});
