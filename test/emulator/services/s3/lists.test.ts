import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { send } from "../../../support/signedRequest.ts";

const keys = ["a b", "l/1", "l/2/a", "l/2/b", "l/3", "l/4/a", "ü"];

interface Page {
  readonly Contents?: readonly { readonly Key?: string }[];
  readonly CommonPrefixes?: readonly { readonly Prefix?: string }[];
}

/** What a page shows. */
function namesOf({ Contents = [], CommonPrefixes = [] }: Page): (string | undefined)[] {
  return [...Contents.map(({ Key }) => Key), ...CommonPrefixes.map(({ Prefix }) => Prefix)];
}

describe("Lists of S3", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    for (const Bucket of ["mine", "versioned"]) await s3.send(new S3.CreateBucketCommand({ Bucket }));
    for (const Key of keys) await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key, Body: "hello" }));
    const VersioningConfiguration = { Status: "Enabled" } as const;
    await s3.send(new S3.PutObjectCommand({ Bucket: "versioned", Key: "a", Body: "first" }));
    await s3.send(new S3.PutBucketVersioningCommand({ Bucket: "versioned", VersioningConfiguration }));
    await s3.send(new S3.PutObjectCommand({ Bucket: "versioned", Key: "a", Body: "second" }));
    await s3.send(new S3.DeleteObjectCommand({ Bucket: "versioned", Key: "a" }));
    for (const Key of ["b", "d/1", "d/2"]) {
      await s3.send(new S3.PutObjectCommand({ Bucket: "versioned", Key, Body: "x" }));
    }
  });
  after(() => emulator.stop());

  const list = (more: Partial<S3.ListObjectsCommandInput> = {}) =>
    s3.send(new S3.ListObjectsCommand({ Bucket: "mine", ...more }));

  it("of the first version tell of each object what it is", async () => {
    const { Contents, ...page } = await list({ Prefix: "l/1" });
    expect(page).to.deep.include({ Name: "mine", Prefix: "l/1", Marker: "", MaxKeys: 1000, IsTruncated: false });
    const [{ LastModified, Owner, ...object } = {}] = Contents ?? [];
    expect(LastModified).to.be.instanceOf(Date);
    expect(Owner?.ID).to.match(/^[0-9a-f]{64}$/);
    expect(object).to.deep.equal({
      Key: "l/1",
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
      ChecksumAlgorithm: ["CRC32"],
      ChecksumType: "FULL_OBJECT",
      Size: 5,
      StorageClass: "STANDARD",
    });
  });

  it("of the first version go on after the last key, or after what they name if there is a delimiter", async () => {
    const first = await list({ MaxKeys: 3 });
    expect(namesOf(first)).to.deep.equal(["a b", "l/1", "l/2/a"]);
    expect([first.IsTruncated, first.NextMarker]).to.deep.equal([true, undefined]);
    expect((await list({ MaxKeys: 3, Delimiter: "" })).NextMarker).to.equal(undefined);
    expect(namesOf(await list({ Marker: "l/2/a" }))).to.deep.equal(["l/2/b", "l/3", "l/4/a", "ü"]);
    const grouped = { Prefix: "l/", Delimiter: "/", MaxKeys: 2 };
    const second = await list(grouped);
    expect(namesOf(second)).to.deep.equal(["l/1", "l/2/"]);
    expect(second.NextMarker).to.equal("l/2/");
    const third = await list({ ...grouped, Marker: "l/2/" });
    expect(namesOf(third)).to.deep.equal(["l/3", "l/4/"]);
    expect(third.IsTruncated).to.equal(false);
  });

  it("are encoded for those who ask so, and name the owner", async () => {
    const asked = { Bucket: "mine", EncodingType: "url", FetchOwner: true } as const;
    const { Contents = [] } = await s3.send(new S3.ListObjectsV2Command(asked));
    expect(Contents.map(({ Key }) => Key)).to.include.members(["a%20b", "l/1", "%C3%BC"]);
    expect(Contents.every(({ Owner }) => Owner?.ID?.length === 64)).to.equal(true);
    expect(namesOf(await list({ EncodingType: "url" }))).to.include.members(["a%20b", "l/1", "%C3%BC"]);
  });

  it("of versions show the latest first, and delete markers", async () => {
    const { Versions = [], DeleteMarkers } = await s3.send(new S3.ListObjectVersionsCommand({ Bucket: "versioned" }));
    expect(Versions.map(({ Key, IsLatest, Size }) => [Key, IsLatest, Size])).to.deep.equal([
      ["a", false, 6],
      ["a", false, 5],
      ["b", true, 1],
      ["d/1", true, 1],
      ["d/2", true, 1],
    ]);
    expect(DeleteMarkers?.map(({ Key, IsLatest }) => [Key, IsLatest])).to.deep.equal([["a", true]]);
    // What was there before the bucket kept versions has no id of its own.
    expect(Versions[1]?.VersionId).to.equal("null");
  });

  for (const size of [1, 2, 3]) {
    it(`of versions show each once in pages of ${size}`, async () => {
      const asked = { Bucket: "versioned", Delimiter: "/", MaxKeys: size };
      const shown: (string | undefined)[] = [];
      let marker: Pick<S3.ListObjectVersionsCommandInput, "KeyMarker" | "VersionIdMarker"> = {};
      for (;;) {
        const page = await s3.send(new S3.ListObjectVersionsCommand({ ...asked, ...marker }));
        const { Versions = [], DeleteMarkers = [], CommonPrefixes = [] } = page;
        expect(Versions.length + DeleteMarkers.length + CommonPrefixes.length).to.be.at.most(size);
        shown.push(...DeleteMarkers.map(() => "marker"), ...Versions.map(({ Key, Size }) => `${Key} ${Size}`));
        shown.push(...CommonPrefixes.map(({ Prefix }) => Prefix));
        if (page.IsTruncated !== true) break;
        marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      }
      expect(shown).to.deep.equal(["marker", "a 6", "a 5", "b 1", "d/"]);
    });
  }

  const sizes: readonly { readonly query: string; readonly says: string }[] = [
    { query: "max-keys=0", says: "200" },
    { query: "max-keys=2147483647", says: "200" },
    { query: "max-keys=2147483648", says: "Argument maxKeys must be an integer between 0 and 2147483647" },
    { query: "list-type=2&max-keys=-1", says: "Argument maxKeys must be an integer between 0 and 2147483647" },
    { query: "max-keys=x&versions=", says: "Argument maxKeys must be an integer between 0 and 2147483647" },
    { query: "max-uploads=-1&uploads=", says: "Argument max-uploads must be an integer between 0 and 2147483647" },
  ];
  for (const { query, says } of sizes) {
    it(`asked for with ${query} end with: ${says}`, async () => {
      const headers = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" };
      const { status, text } = await send(emulator, { service: "s3", method: "GET", path: `/mine?${query}`, headers });
      expect(/<Message>(.*)<\/Message>/.exec(text)?.[1] ?? String(status)).to.equal(says);
    });
  }

  it("of versions begin after no version without its key", async () => {
    const asked = { Bucket: "versioned", VersionIdMarker: "null" };
    expect(await refusalOf(s3.send(new S3.ListObjectVersionsCommand(asked)))).to.deep.equal({
      code: "InvalidArgument",
      message: "A version-id marker cannot be specified without a key marker.",
      status: 400,
    });
  });

  it("need s3:ListBucket with the prefix that a policy wants, and s3:ListBucketVersions for versions", async () => {
    const condition = { StringEquals: { "s3:prefix": "l/" } };
    const statement = { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::mine" } as const;
    const { credentials } = await createUser(emulator, "Lister", [{ ...statement, Condition: condition }]);
    const lister = clientsFor(emulator, credentials).s3;
    const ask = { Bucket: "mine", Prefix: "l/" };
    expect(namesOf(await lister.send(new S3.ListObjectsCommand(ask)))).to.have.lengthOf(5);
    const denied = [
      () => lister.send(new S3.ListObjectsCommand({ Bucket: "mine" })),
      () => lister.send(new S3.ListObjectVersionsCommand(ask)),
    ];
    for (const call of denied) expect(await refusalOf(call())).to.deep.include({ code: "AccessDenied", status: 403 });
  });
});
