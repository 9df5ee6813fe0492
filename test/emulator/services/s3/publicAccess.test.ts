import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, refusalOf, rootOf, type Emulator } from "../../../support/emulator.ts";
import { Bucket, startWithBuckets } from "./configuredBuckets.ts";

const nothingBlocked = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};

function policyFor(Principal: object | string, Condition?: object): string {
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  const statement = { Effect: "Allow", Principal, Action: "s3:GetObject", Resource, Condition };
  return JSON.stringify({ Version: "2012-10-17", Statement: statement });
}

const everyone = policyFor("*");
const oneAccount = policyFor({ AWS: "111111111111" });
const oneNetwork = policyFor("*", { IpAddress: { "aws:SourceIp": "127.0.0.0/8" } });

describe("Public access to a bucket", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  let stranger: S3.S3Client;
  beforeEach(async () => {
    ({ emulator, s3 } = await startWithBuckets());
    const credentials = rootOf("111111111111");
    stranger = clientsFor(emulator, credentials).s3;
    await s3.send(new S3.PutObjectCommand({ Bucket, Key: "a", Body: "hello" }));
  });
  afterEach(() => emulator.stop());

  const block = (PublicAccessBlockConfiguration: S3.PublicAccessBlockConfiguration) =>
    s3.send(new S3.PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
  const blocked = async () =>
    (await s3.send(new S3.GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration;
  const put = (Policy: string) => s3.send(new S3.PutBucketPolicyCommand({ Bucket, Policy }));
  const read = () => stranger.send(new S3.GetObjectCommand({ Bucket, Key: "a" }));

  it("is blocked in every way at first, in the ways that are named, or not at all", async () => {
    expect(await blocked()).to.deep.equal({
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    });
    await block({ BlockPublicPolicy: true });
    expect(await blocked()).to.deep.equal({ ...nothingBlocked, BlockPublicPolicy: true });
    await s3.send(new S3.DeletePublicAccessBlockCommand({ Bucket }));
    expect(await refusalOf(blocked())).to.deep.equal({
      code: "NoSuchPublicAccessBlockConfiguration",
      message: "The public access block configuration was not found",
      status: 404,
    });
  });

  it("cannot be given by a policy while that is blocked", async () => {
    expect(await refusalOf(put(everyone))).to.deep.equal({
      code: "AccessDenied",
      message: `User: arn:aws:iam::000000000000:root is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::mine" because public policies are blocked by the BlockPublicPolicy block public access setting.`,
      status: 403,
    });
    expect(await refusalOf(read())).to.deep.include({ code: "AccessDenied" });
    await s3.send(new S3.DeletePublicAccessBlockCommand({ Bucket }));
    await put(everyone);
    expect(await (await read()).Body?.transformToString()).to.equal("hello");
  });

  for (const [who, policy] of Object.entries({ "one account": oneAccount, "one network": oneNetwork })) {
    it(`is none, if a policy lets ${who} in`, async () => {
      await put(policy);
      expect(await (await read()).Body?.transformToString()).to.equal("hello");
      const { PolicyStatus } = await s3.send(new S3.GetBucketPolicyStatusCommand({ Bucket }));
      expect(PolicyStatus).to.deep.equal({ IsPublic: false });
    });
  }

  it("that a policy gives ends at the account where the bucket restricts it", async () => {
    await block(nothingBlocked);
    await put(everyone);
    const { PolicyStatus } = await s3.send(new S3.GetBucketPolicyStatusCommand({ Bucket }));
    expect(PolicyStatus).to.deep.equal({ IsPublic: true });
    await block({ ...nothingBlocked, RestrictPublicBuckets: true });
    expect(await refusalOf(read())).to.deep.include({ code: "AccessDenied", status: 403 });
    await put(oneAccount);
    expect(await (await read()).Body?.transformToString()).to.equal("hello");
  });

  it("has no status without a policy", async () => {
    expect(await refusalOf(s3.send(new S3.GetBucketPolicyStatusCommand({ Bucket })))).to.deep.equal({
      code: "NoSuchBucketPolicy",
      message: "The bucket policy does not exist",
      status: 404,
    });
  });
});

describe("The objects of a bucket", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  beforeEach(async () => ({ emulator, s3 } = await startWithBuckets()));
  afterEach(() => emulator.stop());

  const owned = async (bucket: string) =>
    (await s3.send(new S3.GetBucketOwnershipControlsCommand({ Bucket: bucket }))).OwnershipControls?.Rules;
  const own = (...ways: readonly S3.ObjectOwnership[]) => {
    const Rules = ways.map((ObjectOwnership) => ({ ObjectOwnership }));
    return s3.send(new S3.PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }));
  };
  const put = (ACL: S3.ObjectCannedACL) => s3.send(new S3.PutObjectCommand({ Bucket, Key: "a", Body: "x", ACL }));

  it("are its owner's at first, or as its maker says, or as it is told", async () => {
    expect(await owned(Bucket)).to.deep.equal([{ ObjectOwnership: "BucketOwnerEnforced" }]);
    await s3.send(new S3.CreateBucketCommand({ Bucket: "other", ObjectOwnership: "ObjectWriter" }));
    expect(await owned("other")).to.deep.equal([{ ObjectOwnership: "ObjectWriter" }]);
    await own("BucketOwnerPreferred");
    expect(await owned(Bucket)).to.deep.equal([{ ObjectOwnership: "BucketOwnerPreferred" }]);
    await s3.send(new S3.DeleteBucketOwnershipControlsCommand({ Bucket }));
    expect(await refusalOf(owned(Bucket))).to.deep.equal({
      code: "OwnershipControlsNotFoundError",
      message: "The bucket ownership controls were not found",
      status: 404,
    });
  });

  it("are owned in one way", async () => {
    expect(await refusalOf(own("ObjectWriter", "BucketOwnerPreferred"))).to.deep.include({ code: "MalformedXML" });
  });

  it("have no access control list where the owner of the bucket is the only one; the ones that matter are refused elsewhere", async () => {
    await put("bucket-owner-full-control");
    expect(await refusalOf(put("private"))).to.deep.include({ code: "AccessControlListNotSupported" });
    await own("BucketOwnerPreferred");
    await put("private");
    expect(await refusalOf(put("public-read"))).to.deep.include({ code: "NotImplemented", status: 501 });
  });

  it("are let to the owner alone by a bucket that is made with a list of its own", async () => {
    const make = (ACL: S3.BucketCannedACL, ObjectOwnership?: S3.ObjectOwnership) =>
      s3.send(new S3.CreateBucketCommand({ Bucket: "listed", ACL, ObjectOwnership }));
    expect(await refusalOf(make("public-read"))).to.deep.equal({
      code: "InvalidBucketAclWithObjectOwnership",
      message: "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
      status: 400,
    });
    expect(await refusalOf(make("public-read", "ObjectWriter"))).to.deep.include({ code: "NotImplemented" });
    await make("private");
  });

  it("are the owner's by a private list of the bucket, once lists are on, and by no other", async () => {
    const list = (asked: Omit<S3.PutBucketAclCommandInput, "Bucket">) =>
      s3.send(new S3.PutBucketAclCommand({ Bucket, ...asked }));
    expect(await refusalOf(list({ ACL: "private" }))).to.deep.include({ code: "AccessControlListNotSupported" });
    await own("BucketOwnerPreferred");
    await list({ ACL: "private" });
    for (const asked of [
      { ACL: "public-read" },
      { GrantRead: 'id="1"' },
      { ACL: "private", GrantRead: 'id="1"' },
    ] as const) {
      expect(await refusalOf(list(asked))).to.deep.include({ code: "NotImplemented", status: 501 });
    }
  });

  it("can be locked from the beginning, and then have versions", async () => {
    await s3.send(new S3.CreateBucketCommand({ Bucket: "locked", ObjectLockEnabledForBucket: true }));
    const { Status } = await s3.send(new S3.GetBucketVersioningCommand({ Bucket: "locked" }));
    expect(Status).to.equal("Enabled");
    const lock = await s3.send(new S3.GetObjectLockConfigurationCommand({ Bucket: "locked" }));
    expect(lock.ObjectLockConfiguration).to.deep.equal({ ObjectLockEnabled: "Enabled" });
  });
});
