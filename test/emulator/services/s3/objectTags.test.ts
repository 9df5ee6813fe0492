import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, type Emulator, type TestStatement } from "../../../support/emulator.ts";
import { Bucket, startWithBuckets } from "./configuredBuckets.ts";

const Key = "a";
const Resource = `arn:aws:s3:::${Bucket}/*`;

function tagSet(tags: Readonly<Record<string, string>>): S3.Tag[] {
  return Object.entries(tags).map(([TagKey, Value]) => ({ Key: TagKey, Value }));
}

describe("The tags of an object", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  let users = 0;
  beforeEach(async () => ({ emulator, s3 } = await startWithBuckets()));
  afterEach(() => emulator.stop());

  const putObject = (Tagging?: string, bucket = Bucket, client = s3) =>
    client.send(new S3.PutObjectCommand({ Bucket: bucket, Key, Body: "x", Tagging }));
  const tag = (tags: Readonly<Record<string, string>>, client = s3, VersionId?: string, bucket = Bucket) =>
    client.send(new S3.PutObjectTaggingCommand({ Bucket: bucket, Key, VersionId, Tagging: { TagSet: tagSet(tags) } }));
  const tagsOf = async (VersionId?: string, bucket = Bucket) =>
    (await s3.send(new S3.GetObjectTaggingCommand({ Bucket: bucket, Key, VersionId }))).TagSet;
  async function clientOf(statements: readonly TestStatement[]): Promise<S3.S3Client> {
    const { credentials } = await createUser(emulator, `user${++users}`, statements);
    return clientsFor(emulator, credentials).s3;
  }

  it("come with the object, are replaced, counted, and go", async () => {
    await putObject("team=red&stage=a%20b");
    expect(await tagsOf()).to.deep.equal(tagSet({ team: "red", stage: "a b" }));
    const head = await s3.send(new S3.HeadObjectCommand({ Bucket, Key }));
    expect(head.TagCount).to.equal(2);
    await tag({ cost: "1" });
    expect(await tagsOf()).to.deep.equal(tagSet({ cost: "1" }));
    await s3.send(new S3.DeleteObjectTaggingCommand({ Bucket, Key }));
    expect(await tagsOf()).to.deep.equal([]);
    expect((await s3.send(new S3.GetObjectCommand({ Bucket, Key }))).TagCount).to.equal(undefined);
  });

  it("are gone once the object is written anew", async () => {
    await putObject("team=red");
    await putObject();
    expect(await tagsOf()).to.deep.equal([]);
  });

  it("belong to one version", async () => {
    const { VersionId } = await putObject("team=red", "versioned");
    await putObject("team=blue", "versioned");
    const { VersionId: tagged } = await tag({ team: "green" }, s3, VersionId, "versioned");
    expect(tagged).to.equal(VersionId);
    expect(await tagsOf(VersionId, "versioned")).to.deep.equal(tagSet({ team: "green" }));
    expect(await tagsOf(undefined, "versioned")).to.deep.equal(tagSet({ team: "blue" }));
  });

  it("are none of an object that is not there", async () => {
    expect(await refusalOf(tagsOf())).to.deep.include({ code: "NoSuchKey", status: 404 });
    expect(await refusalOf(tag({}))).to.deep.include({ code: "NoSuchKey", status: 404 });
  });

  it("are refused where they are too many or twice the same", async () => {
    const eleven = Array.from({ length: 11 }, (_none, index) => `k${index}=v`).join("&");
    expect(await refusalOf(putObject(eleven))).to.deep.equal({
      code: "BadRequest",
      message: "Object tags cannot be greater than 10",
      status: 400,
    });
    expect(await refusalOf(putObject("a=1&a=2"))).to.deep.include({ code: "InvalidArgument" });
    await putObject();
    expect(await refusalOf(tag({ "aws:a": "x" }))).to.deep.include({ code: "InvalidTag" });
  });

  it("let a reader in or not, as s3:ExistingObjectTag says", async () => {
    const Condition = { StringEquals: { "s3:ExistingObjectTag/team": "red" } };
    const reader = await clientOf([{ Effect: "Allow", Action: "s3:GetObject", Resource, Condition }]);
    const read = async () => (await reader.send(new S3.GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
    await putObject("team=red");
    expect(await read()).to.equal("x");
    await tag({ team: "blue" });
    expect(await refusalOf(read())).to.deep.include({ code: "AccessDenied", status: 403 });
  });

  it("need a permission of their own when the object is put", async () => {
    const writer = await clientOf([{ Effect: "Allow", Action: "s3:PutObject", Resource }]);
    await putObject(undefined, Bucket, writer);
    const refusal = await refusalOf(putObject("team=red", Bucket, writer));
    expect(refusal.message).to.include("is not authorized to perform: s3:PutObjectTagging");
  });

  const requests: readonly {
    readonly condition: object;
    readonly tags: Readonly<Record<string, string>>;
    readonly may: boolean;
  }[] = [
    { condition: { StringEquals: { "s3:RequestObjectTag/team": "red" } }, tags: { team: "red" }, may: true },
    { condition: { StringEquals: { "s3:RequestObjectTag/team": "red" } }, tags: { team: "blue" }, may: false },
    {
      condition: { "ForAllValues:StringEquals": { "s3:RequestObjectTagKeys": ["team"] } },
      tags: { team: "red" },
      may: true,
    },
    {
      condition: { "ForAllValues:StringEquals": { "s3:RequestObjectTagKeys": ["team"] } },
      tags: { team: "red", stage: "x" },
      may: false,
    },
    { condition: { StringEquals: { "s3:ExistingObjectTag/stage": "test" } }, tags: { team: "red" }, may: true },
    { condition: { StringEquals: { "s3:ExistingObjectTag/stage": "live" } }, tags: { team: "red" }, may: false },
  ];
  for (const { condition, tags, may } of requests) {
    it(`${may ? "may" : "may not"} become ${JSON.stringify(tags)} under ${JSON.stringify(condition)}`, async () => {
      await putObject("stage=test");
      const tagger = await clientOf([
        { Effect: "Allow", Action: "s3:PutObjectTagging", Resource, Condition: condition },
      ]);
      if (may) {
        await tag(tags, tagger);
        expect(await tagsOf()).to.deep.equal(tagSet(tags));
      } else {
        expect(await refusalOf(tag(tags, tagger))).to.deep.include({ code: "AccessDenied", status: 403 });
        expect(await tagsOf()).to.deep.equal(tagSet({ stage: "test" }));
      }
    });
  }
});
