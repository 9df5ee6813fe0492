import {
  GetResourcesCommand,
  TagResourcesCommand,
  UntagResourcesCommand,
} from "@aws-sdk/client-resource-groups-tagging-api";
import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, type Emulator } from "../../../support/emulator.ts";
import { Bucket, startWithBuckets } from "./configuredBuckets.ts";

const arn = "arn:aws:s3:::mine";

function tagged(...keys: readonly string[]): S3.Tag[] {
  return keys.map((Key) => ({ Key, Value: "x" }));
}

describe("The tags of a bucket", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  beforeEach(async () => ({ emulator, s3 } = await startWithBuckets()));
  afterEach(() => emulator.stop());

  const put = (TagSet: S3.Tag[]) => s3.send(new S3.PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
  const get = async () => (await s3.send(new S3.GetBucketTaggingCommand({ Bucket }))).TagSet;

  it("are none until they are put, are replaced, and go", async () => {
    const none = { code: "NoSuchTagSet", message: "The TagSet does not exist", status: 404 };
    expect(await refusalOf(get())).to.deep.equal(none);
    await put(tagged("team"));
    await put(tagged("stage", "cost"));
    expect(await get()).to.deep.equal(tagged("stage", "cost"));
    await s3.send(new S3.DeleteBucketTaggingCommand({ Bucket }));
    expect(await refusalOf(get())).to.deep.equal(none);
  });

  it("can be there from the beginning, with the permission to tag", async () => {
    const create = { Effect: "Allow", Action: "s3:CreateBucket", Resource: "*" } as const;
    const Condition = { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } };
    const tag = { Effect: "Allow", Action: "s3:TagResource", Resource: "*", Condition } as const;
    const clientOf = async (name: string, statements: Parameters<typeof createUser>[2]) => {
      const { credentials } = await createUser(emulator, name, statements);
      return clientsFor(emulator, credentials).s3;
    };
    const make = (...keys: readonly string[]) =>
      new S3.CreateBucketCommand({ Bucket: "tagged", CreateBucketConfiguration: { Tags: tagged(...keys) } });
    const without = await clientOf("Without", [create]);
    expect((await refusalOf(without.send(make("team")))).message).to.include("perform: s3:TagResource");
    const permitted = await clientOf("With", [create, tag]);
    expect(await refusalOf(permitted.send(make("team", "stage")))).to.deep.include({ code: "AccessDenied" });
    await permitted.send(make("team"));
    expect((await s3.send(new S3.GetBucketTaggingCommand({ Bucket: "tagged" }))).TagSet).to.deep.equal(tagged("team"));
  });

  const wrong: readonly {
    readonly what: string;
    readonly tags: S3.Tag[];
    readonly code: string;
    readonly message: string;
  }[] = [
    {
      what: "a key twice",
      tags: tagged("a", "a"),
      code: "InvalidTag",
      message: "Cannot provide multiple Tags with the same key",
    },
    {
      what: "a key of AWS's own",
      tags: tagged("aws:a"),
      code: "InvalidTag",
      message: "System tags cannot be added/updated by requester",
    },
    {
      what: "a key of 129 characters",
      tags: tagged("k".repeat(129)),
      code: "InvalidTag",
      message: "The TagKey you have provided is invalid",
    },
    {
      what: "a value of 257 characters",
      tags: [{ Key: "a", Value: "v".repeat(257) }],
      code: "InvalidTag",
      message: "The TagValue you have provided is invalid",
    },
    {
      what: "51 tags",
      tags: tagged(...Array.from({ length: 51 }, (_none, index) => `k${index}`)),
      code: "BadRequest",
      message: "Bucket tag count cannot be greater than 50",
    },
  ];
  for (const { what, tags, code, message } of wrong) {
    it(`are refused with ${code} for ${what}`, async () => {
      expect(await refusalOf(put(tags))).to.deep.equal({ code, message, status: 400 });
    });
  }

  it("are changed by the Resource Groups Tagging API one by one, and found by it", async () => {
    const { tagging } = clientsFor(emulator);
    const found = async () =>
      (await tagging.send(new GetResourcesCommand({ ResourceTypeFilters: ["s3"] }))).ResourceTagMappingList;
    expect(await found()).to.deep.equal([]);
    await put(tagged("team"));
    await tagging.send(new TagResourcesCommand({ ResourceARNList: [arn], Tags: { stage: "x" } }));
    expect(await found()).to.deep.equal([{ ResourceARN: arn, Tags: tagged("team", "stage") }]);
    await tagging.send(new UntagResourcesCommand({ ResourceARNList: [arn], TagKeys: ["team"] }));
    expect(await get()).to.deep.equal(tagged("stage"));
    await tagging.send(new UntagResourcesCommand({ ResourceARNList: [arn], TagKeys: ["stage"] }));
    expect(await refusalOf(get())).to.deep.include({ code: "NoSuchTagSet" });
  });
});
