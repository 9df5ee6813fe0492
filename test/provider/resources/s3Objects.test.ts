import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";
import { WIRE } from "../../../provider/wire.ts";
import type { Kept } from "../engine.ts";
import { lives } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";

describe("objects, through the provider", () => {
  const running = onEmbeddedAws();
  let bucket: Kept;
  before(async () => {
    bucket = await running().engine.create("aws:s3/bucket:Bucket", { bucket: "world" });
  });

  async function contentOf(Key: string): Promise<string | undefined> {
    const { url, rootSecret } = running().emulator;
    const credentials = { accessKeyId: ACCOUNT, secretAccessKey: rootSecret };
    const s3 = new S3Client({ endpoint: url, region: REGION, credentials, forcePathStyle: true });
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.id, Key }));
    const content = await Body?.transformToString();
    s3.destroy();
    return content;
  }

  for (const type of [OBJECT, "aws:s3/bucketObject:BucketObject"]) {
    lives(running, {
      type,
      inputs: () => ({ bucket: bucket.id, key: "a/b", content: "hello", metadata: { who: "me" }, tags: { a: "1" } }),
      id: () => "world/a/b",
      state: () => ({
        arn: "arn:aws:s3:::world/a/b",
        bucket: "world",
        bucketKeyEnabled: false,
        content: "hello",
        contentType: "application/octet-stream",
        etag: "5d41402abc4b2a76b9719d911017c592",
        key: "a/b",
        metadata: { who: "me" },
        region: REGION,
        serverSideEncryption: "AES256",
        storageClass: "STANDARD",
        tags: { a: "1" },
        tagsAll: { a: "1" },
        versionId: "",
      }),
      update: {
        inputs: { content: "hello!", contentType: "text/plain", tags: { b: "2" } },
        state: { etag: "5a8dd3ad0756a93ded72b823b19dd877", tagsAll: { b: "2" } },
      },
      replacement: { inputs: { key: "c" }, replaces: ["key"], oldGoesFirst: false },
    });
  }

  it("an object holds what the program says, as text, as bytes or as an asset", async () => {
    const { engine } = running();
    const text = await engine.create(OBJECT, { bucket: bucket.id, key: "text", content: "hello" });
    const bytes = await engine.create(OBJECT, { bucket: bucket.id, key: "bytes", contentBase64: "aGVsbG8h" });
    expect(await contentOf("text")).to.equal("hello");
    expect(await contentOf("bytes")).to.equal("hello!");
    const source = { [WIRE.signature]: WIRE.asset, text: "hello?" };
    const file = await engine.create(OBJECT, { bucket: bucket.id, key: "file", source });
    expect(await contentOf("file")).to.equal("hello?");
    for (const kept of [text, bytes, file]) await engine.delete(OBJECT, kept);
  });

  it("an object is encrypted under the key that it names", async () => {
    const { engine } = running();
    const key = await engine.create("aws:kms/key:Key", {});
    const kept = await engine.create(OBJECT, { bucket: bucket.id, key: "k", kmsKeyId: key.state.arn ?? "" });
    expect(kept.state).to.include({ kmsKeyId: key.state.arn, serverSideEncryption: "aws:kms" });
    await engine.delete(OBJECT, kept);
  });

  it("an object is deleted with all its versions, and no other is", async () => {
    const { engine } = running();
    const other = await engine.create("aws:s3/bucket:Bucket", { bucket: "versions" });
    const versioningConfiguration = { status: "Enabled" };
    await engine.create("aws:s3/bucketVersioning:BucketVersioning", { bucket: other.id, versioningConfiguration });
    const kept = await engine.create(OBJECT, { bucket: other.id, key: "k", content: "x" });
    expect(kept.state.versionId).to.match(/^[\w.]{32}$/);
    const next = await engine.update(OBJECT, kept, { bucket: other.id, key: "k", content: "y" });
    const neighbour = await engine.create(OBJECT, { bucket: other.id, key: "k2", content: "z" });
    await engine.delete(OBJECT, next);
    expect(await engine.read(OBJECT, next)).to.equal(undefined);
    expect(await engine.read(OBJECT, neighbour)).to.deep.equal(neighbour);
    await engine.delete(OBJECT, neighbour);
    await engine.delete("aws:s3/bucket:Bucket", other);
  });

  it("both text and bytes are refused", async () => {
    const both = { bucket: "b", key: "k", content: "a", contentBase64: "aGVsbG8h" };
    const { failures } = await running().engine.check(OBJECT, both);
    expect(failures).to.deep.equal(["content, contentBase64 and source exclude each other"]);
  });
});
