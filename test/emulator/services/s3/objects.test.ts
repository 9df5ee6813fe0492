import * as S3 from "@aws-sdk/client-s3";
import { CreateKeyCommand, DisableKeyCommand } from "@aws-sdk/client-kms";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
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

describe("S3", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  const clientOf = (credentials: Credentials) => clientsFor(emulator, credentials).s3;

  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientOf(rootOf());
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
  });
  after(() => emulator.stop());

  const textOf = async (Key: string, client = s3, more: Partial<S3.GetObjectCommandInput> = {}) =>
    (await client.send(new S3.GetObjectCommand({ Bucket: "mine", Key, ...more }))).Body?.transformToString();

  it("gives back what was put, with its headers and metadata, and parts of it", async () => {
    const put = { Bucket: "mine", Key: "a b/c", Body: "hello", ContentType: "text/plain", Metadata: { who: "me" } };
    await s3.send(new S3.PutObjectCommand(put));
    expect(await textOf("a b/c")).to.equal("hello");
    expect(await textOf("a b/c", s3, { Range: "bytes=1-2" })).to.equal("el");
    const head = await s3.send(new S3.HeadObjectCommand({ Bucket: "mine", Key: "a b/c" }));
    expect(head).to.deep.include({ ContentLength: 5, ContentType: "text/plain", Metadata: { who: "me" } });
    expect(head.ETag).to.equal('"5d41402abc4b2a76b9719d911017c592"');
  });

  it("says by name, as AWS does, which operation it does not have", async () => {
    const refusal = await refusalOf(s3.send(new S3.ListBucketMetricsConfigurationsCommand({ Bucket: "mine" })));
    expect(refusal).to.deep.equal({
      code: "NotImplemented",
      message: "The embedded AWS does not have the operation s3:ListBucketMetricsConfigurations yet.",
      status: 501,
    });
  });

  it("lists keys by prefix and delimiter, page by page", async () => {
    for (const Key of ["l/1", "l/2/a", "l/2/b", "l/3"]) {
      await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key, Body: "x" }));
    }
    const asked = { Bucket: "mine", Prefix: "l/", Delimiter: "/", MaxKeys: 2 };
    const first = await s3.send(new S3.ListObjectsV2Command(asked));
    expect(first.Contents?.map(({ Key }) => Key)).to.deep.equal(["l/1"]);
    expect(first.CommonPrefixes).to.deep.equal([{ Prefix: "l/2/" }]);
    const ContinuationToken = first.NextContinuationToken;
    const second = await s3.send(new S3.ListObjectsV2Command({ ...asked, ContinuationToken }));
    expect(second.Contents?.map(({ Key }) => Key)).to.deep.equal(["l/3"]);
  });

  it("reads through a presigned URL, and not once it was changed", async () => {
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "signed", Body: "hello" }));
    const url = await getSignedUrl(s3, new S3.GetObjectCommand({ Bucket: "mine", Key: "signed" }));
    expect(await (await fetch(url)).text()).to.equal("hello");
    expect((await fetch(url.replace("/signed?", "/other?"))).status).to.equal(403);
  });

  it("asks KMS as the caller, and tells when the key is disabled", async () => {
    const { kms } = clientsFor(emulator);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const SSEKMSKeyId = KeyMetadata?.Arn ?? "";
    const put = { Bucket: "mine", Key: "secret", Body: "x", ServerSideEncryption: "aws:kms", SSEKMSKeyId } as const;
    expect((await s3.send(new S3.PutObjectCommand(put))).SSEKMSKeyId).to.equal(SSEKMSKeyId);
    const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::mine/*" } as const;
    const context = { StringEquals: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::mine/secret" } };
    const use = { Effect: "Allow", Action: "kms:Decrypt", Resource: SSEKMSKeyId, Condition: context } as const;
    const without = await createUser(emulator, "Without", [read]);
    const withKey = await createUser(emulator, "WithKey", [read, use]);
    expect(await textOf("secret", clientOf(withKey.credentials))).to.equal("x");
    const denied = await refusalOf(textOf("secret", clientOf(without.credentials)));
    expect(denied).to.deep.include({ code: "AccessDenied", status: 403 });
    expect(denied.message).to.include("is not authorized to perform: kms:Decrypt");
    await kms.send(new DisableKeyCommand({ KeyId: SSEKMSKeyId }));
    expect(await refusalOf(textOf("secret"))).to.deep.equal({
      code: "KMS.DisabledException",
      message: `${SSEKMSKeyId} is disabled.`,
      status: 400,
    });
  });

  it("hides a missing object from those who may not list the bucket", async () => {
    const reader = await createUser(emulator, "Reader", [
      { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::mine/*" },
    ]);
    expect(await refusalOf(textOf("nothing"))).to.deep.include({ code: "NoSuchKey", status: 404 });
    expect(await refusalOf(textOf("nothing", clientOf(reader.credentials)))).to.deep.include({
      code: "AccessDenied",
      status: 403,
    });
  });

  it("lets another account in where the bucket's policy does, and the account itself", async () => {
    const stranger = clientOf(rootOf("111111111111"));
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "shared", Body: "x" }));
    expect(await refusalOf(textOf("shared", stranger))).to.deep.include({ code: "AccessDenied" });
    const Statement = {
      Effect: "Allow",
      Principal: { AWS: "111111111111" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::mine/*",
    };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
    await s3.send(new S3.PutBucketPolicyCommand({ Bucket: "mine", Policy }));
    expect(await textOf("shared", stranger)).to.equal("x");
  });

  it("keeps versions once it is told to, and hides them behind a delete marker", async () => {
    const VersioningConfiguration = { Status: "Enabled" } as const;
    await s3.send(new S3.PutBucketVersioningCommand({ Bucket: "mine", VersioningConfiguration }));
    const { VersionId } = await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "v", Body: "1" }));
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "v", Body: "2" }));
    const marker = await s3.send(new S3.DeleteObjectCommand({ Bucket: "mine", Key: "v" }));
    expect(marker.DeleteMarker).to.equal(true);
    expect(await refusalOf(textOf("v"))).to.deep.include({ code: "NoSuchKey" });
    expect(await textOf("v", s3, { VersionId })).to.equal("1");
  });
});
