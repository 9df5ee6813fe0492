import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Emulator,
} from "../../../support/emulator.ts";

describe("The storage class of an S3 object", () => {
  const Bucket = "classes";
  let emulator: Emulator;
  let s3: S3.S3Client;

  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator, rootOf()).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket }));
  });
  after(() => emulator.stop());

  const put = (Key: string, StorageClass?: S3.StorageClass, client = s3) =>
    client.send(new S3.PutObjectCommand({ Bucket, Key, Body: "hello", StorageClass }));
  const head = (Key: string) => s3.send(new S3.HeadObjectCommand({ Bucket, Key }));
  const read = (Key: string) => s3.send(new S3.GetObjectCommand({ Bucket, Key }));
  const copy = (Key: string, from: string, more: Partial<S3.CopyObjectCommandInput> = {}) =>
    s3.send(new S3.CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${from}`, ...more }));

  /** Whatever tells the class, in lists and on its own. */
  async function told(Key: string) {
    const listed = await s3.send(new S3.ListObjectsV2Command({ Bucket, Prefix: Key }));
    const versions = await s3.send(new S3.ListObjectVersionsCommand({ Bucket, Prefix: Key }));
    const attributes = await s3.send(
      new S3.GetObjectAttributesCommand({ Bucket, Key, ObjectAttributes: ["StorageClass"] }),
    );
    return {
      head: (await head(Key)).StorageClass,
      others: [listed.Contents?.[0]?.StorageClass, versions.Versions?.[0]?.StorageClass, attributes.StorageClass],
    };
  }

  // Source: S3 API Reference, HeadObject: the header comes with all classes but STANDARD.
  const classes: readonly { readonly asked?: S3.StorageClass; readonly head?: S3.StorageClass }[] = [
    {},
    { asked: "STANDARD" },
    { asked: "STANDARD_IA", head: "STANDARD_IA" },
    { asked: "ONEZONE_IA", head: "ONEZONE_IA" },
    { asked: "REDUCED_REDUNDANCY", head: "REDUCED_REDUNDANCY" },
    { asked: "INTELLIGENT_TIERING", head: "INTELLIGENT_TIERING" },
    { asked: "GLACIER_IR", head: "GLACIER_IR" },
  ];
  for (const { asked, head: shown } of classes) {
    it(`is told everywhere, and its objects are read: ${asked ?? "none asked for"}`, async () => {
      const key = `object-${asked ?? "none"}`;
      await put(key, asked);
      const all = asked ?? "STANDARD";
      expect(await told(key)).to.deep.equal({ head: shown, others: [all, all, all] });
      expect(await (await read(key)).Body?.transformToString()).to.equal("hello");
    });
  }

  for (const asked of ["GLACIER", "DEEP_ARCHIVE"] as const) {
    it(`keeps objects from being read and copied that are archived: ${asked}`, async () => {
      await put(asked, asked);
      expect(await told(asked)).to.deep.equal({ head: asked, others: [asked, asked, asked] });
      expect(await refusalOf(read(asked))).to.deep.equal({
        code: "InvalidObjectState",
        message: "The operation is not valid for the object's storage class",
        status: 403,
      });
      expect(await refusalOf(copy("copy", asked))).to.include({ code: "ObjectNotInActiveTierError", status: 403 });
      await s3.send(new S3.DeleteObjectCommand({ Bucket, Key: asked }));
    });
  }

  for (const asked of ["OUTPOSTS", "SNOW", "EXPRESS_ONEZONE"] as const) {
    it(`is refused where only other kinds of buckets have it: ${asked}`, async () => {
      // Before KMS is asked, which would not let anybody use this key.
      const key = { ServerSideEncryption: "aws:kms", SSEKMSKeyId: "alias/nothing" } as const;
      const call = new S3.PutObjectCommand({ Bucket, Key: "refused", Body: "hello", StorageClass: asked, ...key });
      expect(await refusalOf(s3.send(call))).to.deep.equal({
        code: "InvalidStorageClass",
        message: "The storage class you specified is not valid",
        status: 400,
      });
      expect((await refusalOf(head("refused"))).status).to.equal(404);
    });
  }

  it("of a copy is the one that is asked for, whatever the source has; an object can be copied onto itself to change it", async () => {
    await put("source", "STANDARD_IA");
    await copy("plain", "source");
    expect((await head("plain")).StorageClass).to.equal(undefined);
    await copy("plain", "plain", { StorageClass: "ONEZONE_IA" });
    expect((await head("plain")).StorageClass).to.equal("ONEZONE_IA");
    const same = await refusalOf(copy("plain", "plain", { StorageClass: "ONEZONE_IA" }));
    expect(same.code).to.equal("InvalidRequest");
  });

  it("of an upload in parts is told meanwhile, and is that of the object", async () => {
    const Key = "parts";
    const { UploadId } = await s3.send(
      new S3.CreateMultipartUploadCommand({ Bucket, Key, StorageClass: "STANDARD_IA" }),
    );
    const { ETag } = await s3.send(new S3.UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: "hello" }));
    const uploads = await s3.send(new S3.ListMultipartUploadsCommand({ Bucket }));
    const parts = await s3.send(new S3.ListPartsCommand({ Bucket, Key, UploadId }));
    expect([uploads.Uploads?.[0]?.StorageClass, parts.StorageClass]).to.deep.equal(["STANDARD_IA", "STANDARD_IA"]);
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    await s3.send(new S3.CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }));
    expect((await head(Key)).StorageClass).to.equal("STANDARD_IA");
  });

  it("can be demanded by policy", async () => {
    // Source: Service Authorization Reference, Amazon S3, PutObject.
    const { credentials } = await createUser(emulator, "thrifty", [
      {
        Effect: "Allow",
        Action: "s3:PutObject",
        Resource: `arn:aws:s3:::${Bucket}/*`,
        Condition: { StringEquals: { "s3:x-amz-storage-class": "STANDARD_IA" } },
      },
    ]);
    const client = clientsFor(emulator, credentials).s3;
    await put("thrifty", "STANDARD_IA", client);
    expect((await refusalOf(put("thrifty", undefined, client))).code).to.equal("AccessDenied");
  });
});
