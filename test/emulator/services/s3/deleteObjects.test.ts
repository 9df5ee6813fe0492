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

describe("DeleteObjects", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  const clientOf = (credentials: Credentials) => clientsFor(emulator, credentials).s3;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    s3 = clientOf(rootOf());
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
    for (const Key of ["a", "b", "kept/c"]) {
      await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key, Body: "x" }));
    }
  });
  afterEach(() => emulator.stop());

  const remove = async (keys: readonly (string | S3.ObjectIdentifier)[], Quiet?: boolean, client = s3) => {
    const Objects = keys.map((key) => (typeof key === "string" ? { Key: key } : key));
    const { Deleted, Errors } = await client.send(
      new S3.DeleteObjectsCommand({ Bucket: "mine", Delete: { Objects, Quiet } }),
    );
    return { Deleted, Errors };
  };
  const left = async () =>
    (await s3.send(new S3.ListObjectsV2Command({ Bucket: "mine" }))).Contents?.map(({ Key }) => Key);

  it("deletes what is named, and what is not there all the same", async () => {
    const Deleted = [{ Key: "a" }, { Key: "b" }, { Key: "nothing" }];
    expect(await remove(["a", "b", "nothing"])).to.deep.equal({ Deleted, Errors: undefined });
    expect(await left()).to.deep.equal(["kept/c"]);
  });

  it("says nothing of what went well if it is to be quiet", async () => {
    expect(await remove(["a"], true)).to.deep.equal({ Deleted: undefined, Errors: undefined });
    expect(await left()).to.deep.equal(["b", "kept/c"]);
  });

  for (const quiet of [false, true]) {
    it(`deletes what the caller may delete, and lists the others${quiet ? ", if it is to be quiet too" : ""}`, async () => {
      const { credentials, arn } = await createUser(emulator, "Alice", [
        { Effect: "Allow", Action: "s3:DeleteObject", Resource: "arn:aws:s3:::mine/*" },
        { Effect: "Deny", Action: "s3:DeleteObject", Resource: "arn:aws:s3:::mine/kept/*" },
      ]);
      const Message = `User: ${arn} is not authorized to perform: s3:DeleteObject on resource: "arn:aws:s3:::mine/kept/c" with an explicit deny in an identity-based policy`;
      const outcome = await remove(["kept/c", "a"], quiet, clientOf(credentials));
      expect(outcome).to.deep.equal({
        Deleted: quiet ? undefined : [{ Key: "a" }],
        Errors: [{ Key: "kept/c", Code: "AccessDenied", Message }],
      });
      expect(await left()).to.deep.equal(["b", "kept/c"]);
    });
  }

  it("makes delete markers, and takes them away by version", async () => {
    const VersioningConfiguration = { Status: "Enabled" } as const;
    await s3.send(new S3.PutBucketVersioningCommand({ Bucket: "mine", VersioningConfiguration }));
    const [marker] = (await remove(["a"])).Deleted ?? [];
    expect(marker).to.have.all.keys("Key", "DeleteMarker", "DeleteMarkerVersionId");
    expect(marker).to.deep.include({ Key: "a", DeleteMarker: true });
    expect(await left()).to.deep.equal(["b", "kept/c"]);
    const VersionId = marker?.DeleteMarkerVersionId;
    const gone = { Key: "a", VersionId, DeleteMarker: true, DeleteMarkerVersionId: VersionId };
    expect((await remove([{ Key: "a", VersionId }])).Deleted).to.deep.equal([gone]);
    expect(await left()).to.deep.equal(["a", "b", "kept/c"]);
    // What was no marker is not called one.
    const version = { Key: "a", VersionId: "null" };
    expect((await remove([version])).Deleted).to.deep.equal([version]);
  });

  it("takes a thousand keys at most, and one at least", async () => {
    const keys = Array.from({ length: 1001 }, (_, index) => `key ${index}`);
    for (const wrong of [[], keys]) {
      expect(await refusalOf(remove(wrong))).to.deep.include({ code: "MalformedXML", status: 400 });
    }
    expect((await remove(keys.slice(1))).Deleted).to.have.lengthOf(1000);
  });

  it("refuses by name conditions that it does not carry", async () => {
    expect(await refusalOf(remove(["a", { Key: "b", Size: 1 }]))).to.deep.equal({
      code: "InvalidArgument",
      message: "The embedded AWS does not carry the parameter 'Delete.Objects.Size' of s3:DeleteObjects yet.",
      status: 400,
    });
    expect(await left()).to.deep.equal(["a", "b", "kept/c"]);
  });

  it("finds no bucket that is not there", async () => {
    const Delete = { Objects: [{ Key: "a" }] };
    const call = s3.send(new S3.DeleteObjectsCommand({ Bucket: "nothing", Delete }));
    expect((await refusalOf(call)).code).to.equal("NoSuchBucket");
  });
});
