import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

describe("Access control lists of S3", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "a", Body: "x" }));
  });
  after(() => emulator.stop());

  const place = { Bucket: "mine", Key: "a" };

  it("of an object give all rights to the owner of its bucket, as that of the bucket does", async () => {
    const { Owner, Grants } = await s3.send(new S3.GetObjectAclCommand(place));
    expect(Grants).to.deep.equal([{ Grantee: { Type: "CanonicalUser", ID: Owner?.ID }, Permission: "FULL_CONTROL" }]);
    const ofBucket = await s3.send(new S3.GetBucketAclCommand({ Bucket: "mine" }));
    expect({ Owner: ofBucket.Owner, Grants: ofBucket.Grants }).to.deep.equal({ Owner, Grants });
    const missing = { ...place, Key: "nothing" };
    expect((await refusalOf(s3.send(new S3.GetObjectAclCommand(missing)))).code).to.equal("NoSuchKey");
  });

  const AccessControlPolicy = { Owner: { ID: "1" }, Grants: [] };
  const writes: readonly { readonly name: string; readonly call: () => Promise<unknown> }[] = [
    {
      name: "a canned list of a bucket",
      call: () => s3.send(new S3.PutBucketAclCommand({ Bucket: "mine", ACL: "private" })),
    },
    {
      name: "a list of a bucket",
      call: () => s3.send(new S3.PutBucketAclCommand({ Bucket: "mine", AccessControlPolicy })),
    },
    {
      name: "a canned list of an object",
      call: () => s3.send(new S3.PutObjectAclCommand({ ...place, ACL: "bucket-owner-full-control" })),
    },
    {
      name: "a grant on an object",
      call: () => s3.send(new S3.PutObjectAclCommand({ ...place, GrantRead: 'id="1"' })),
    },
  ];
  for (const { name, call } of writes) {
    it(`are off: ${name} is not taken`, async () => {
      expect(await refusalOf(call())).to.deep.equal({
        code: "AccessControlListNotSupported",
        message: "The bucket does not allow ACLs",
        status: 400,
      });
    });
  }

  it("are not written by those who may not", async () => {
    const statement = { Effect: "Allow", Action: "s3:GetObjectAcl", Resource: "arn:aws:s3:::mine/*" } as const;
    const { credentials } = await createUser(emulator, "Reader", [statement]);
    const reader = clientsFor(emulator, credentials).s3;
    expect((await reader.send(new S3.GetObjectAclCommand(place))).Grants).to.have.lengthOf(1);
    const put = reader.send(new S3.PutObjectAclCommand({ ...place, ACL: "private" }));
    expect(await refusalOf(put)).to.deep.include({ code: "AccessDenied", status: 403 });
    const ofBucket = reader.send(new S3.GetBucketAclCommand({ Bucket: "mine" }));
    expect(await refusalOf(ofBucket)).to.deep.include({ code: "AccessDenied", status: 403 });
  });
});
