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
  type TestStatement,
} from "../../../support/emulator.ts";

const past = new Date("2020-01-01T00:00:00Z");
const future = new Date("2100-01-01T00:00:00Z");

describe("Copies in S3", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  let eTag: string | undefined;
  const clientOf = (credentials: Credentials, region = "us-east-1") => clientsFor(emulator, credentials, region).s3;
  const userOf = async (name: string, statements: readonly TestStatement[]) =>
    clientOf((await createUser(emulator, name, statements)).credentials);

  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientOf(rootOf());
    for (const Bucket of ["from", "into"]) await s3.send(new S3.CreateBucketCommand({ Bucket }));
    const described = { ContentType: "text/plain", CacheControl: "no-store", Metadata: { who: "me" } };
    const put = { Bucket: "from", Key: "a b/ü", Body: "hello", ...described };
    eTag = (await s3.send(new S3.PutObjectCommand(put))).ETag;
  });
  after(() => emulator.stop());

  const CopySource = `from/${encodeURIComponent("a b/ü")}`;
  const copy = (Key: string, more: Partial<S3.CopyObjectCommandInput> = {}, client = s3) =>
    client.send(new S3.CopyObjectCommand({ Bucket: "into", Key, CopySource, ...more }));
  const textOf = async (Key: string, Bucket = "into", client = s3) =>
    (await client.send(new S3.GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
  const headOf = (Key: string) => s3.send(new S3.HeadObjectCommand({ Bucket: "into", Key }));

  it("hold what their source holds, with what describes it", async () => {
    const { CopyObjectResult } = await copy("same");
    expect(CopyObjectResult).to.deep.include({ ETag: eTag, ChecksumCRC32: "NhCmhg==", ChecksumType: "FULL_OBJECT" });
    expect(await textOf("same")).to.equal("hello");
    const described = { ContentType: "text/plain", CacheControl: "no-store", Metadata: { who: "me" } };
    expect(await headOf("same")).to.deep.include(described);
  });

  it("are described otherwise where the request says so", async () => {
    await copy("other", { ContentType: "text/css", Metadata: { who: "you" } });
    expect(await headOf("other")).to.deep.include({ ContentType: "text/plain", Metadata: { who: "me" } });
    await copy("other", { ContentType: "text/css", Metadata: { who: "you" }, MetadataDirective: "REPLACE" });
    const head = await headOf("other");
    expect(head).to.deep.include({ ContentType: "text/css", Metadata: { who: "you" } });
    expect(head.CacheControl).to.equal(undefined);
  });

  it("take another checksum where the request says so", async () => {
    const { CopyObjectResult } = await copy("checksum", { ChecksumAlgorithm: "CRC32C" });
    expect(CopyObjectResult?.ChecksumCRC32C).to.equal("mnG7TA==");
  });

  it("come from another region too, and from a version", async () => {
    const far = clientOf(rootOf(), "eu-west-1");
    const CreateBucketConfiguration = { LocationConstraint: "eu-west-1" } as const;
    await far.send(new S3.CreateBucketCommand({ Bucket: "far", CreateBucketConfiguration }));
    const VersioningConfiguration = { Status: "Enabled" } as const;
    await far.send(new S3.PutBucketVersioningCommand({ Bucket: "far", VersioningConfiguration }));
    const { VersionId } = await far.send(new S3.PutObjectCommand({ Bucket: "far", Key: "v", Body: "1" }));
    await far.send(new S3.PutObjectCommand({ Bucket: "far", Key: "v", Body: "2" }));
    const source = `/far/v?versionId=${VersionId}`;
    expect((await copy("version", { CopySource: source })).CopySourceVersionId).to.equal(VersionId);
    expect(await textOf("version")).to.equal("1");
    await copy("version", { CopySource: "/far/v" });
    expect(await textOf("version")).to.equal("2");
  });

  for (const source of ["from/a b/ü", "/from/a b/ü"]) {
    it(`come from ${source} where its slashes are encoded as well, as Terraform sends them`, async () => {
      expect((await copy("encoded", { CopySource: encodeURIComponent(source) })).CopyObjectResult?.ETag).to.equal(eTag);
    });
  }

  it("in the place of their source must change something", async () => {
    const inPlace = { Bucket: "from" };
    expect(await refusalOf(copy("a b/ü", inPlace))).to.deep.equal({
      code: "InvalidRequest",
      message:
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
      status: 400,
    });
    expect((await copy("a b/ü", { ...inPlace, ServerSideEncryption: "AES256" })).CopyObjectResult?.ETag).to.equal(eTag);
  });

  type Asked = Partial<S3.CopyObjectCommandInput>;
  const conditions: readonly { readonly name: string; readonly asked: () => Asked; readonly holds: boolean }[] = [
    { name: "if the ETag is the same", asked: () => ({ CopySourceIfMatch: eTag }), holds: true },
    { name: "if the ETag is another", asked: () => ({ CopySourceIfMatch: '"another"' }), holds: false },
    { name: "unless the ETag is another", asked: () => ({ CopySourceIfNoneMatch: '"another"' }), holds: true },
    { name: "unless the ETag is the same", asked: () => ({ CopySourceIfNoneMatch: eTag }), holds: false },
    { name: "if modified since long ago", asked: () => ({ CopySourceIfModifiedSince: past }), holds: true },
    { name: "if unmodified since long ago", asked: () => ({ CopySourceIfUnmodifiedSince: past }), holds: false },
    { name: "if unmodified till a later time", asked: () => ({ CopySourceIfUnmodifiedSince: future }), holds: true },
    { name: "if modified after a later time", asked: () => ({ CopySourceIfModifiedSince: future }), holds: false },
    {
      name: "by the ETag, which counts for more than the time",
      asked: () => ({ CopySourceIfMatch: eTag, CopySourceIfUnmodifiedSince: past }),
      holds: true,
    },
    {
      name: "against the ETag, which counts for more than the time",
      asked: () => ({ CopySourceIfNoneMatch: eTag, CopySourceIfModifiedSince: past }),
      holds: false,
    },
    { name: "over an object that must not be there", asked: () => ({ IfNoneMatch: "*" }), holds: false },
  ];
  for (const { name, asked, holds } of conditions) {
    it(`${holds ? "are made" : "are not made"} ${name}`, async () => {
      await s3.send(new S3.PutObjectCommand({ Bucket: "into", Key: "conditional", Body: "x" }));
      const made = copy("conditional", asked());
      if (holds) expect((await made).CopyObjectResult?.ETag).to.equal(eTag);
      else expect(await refusalOf(made)).to.deep.include({ code: "PreconditionFailed", status: 412 });
    });
  }

  const sources: readonly { readonly source: string; readonly code: string }[] = [
    { source: "from", code: "InvalidArgument" },
    { source: "from/", code: "InvalidArgument" },
    { source: "from/%zz", code: "InvalidArgument" },
    { source: "from%2F", code: "InvalidArgument" },
    { source: "from/nothing", code: "NoSuchKey" },
    { source: "nowhere/a", code: "NoSuchBucket" },
    { source: `${CopySource}?versionId=none`, code: "NoSuchVersion" },
  ];
  for (const { source, code } of sources) {
    it(`of ${source} end with ${code}`, async () => {
      expect((await refusalOf(copy("nothing", { CopySource: source }))).code).to.equal(code);
    });
  }

  const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::from/*" } as const;
  const write = { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::into/*" } as const;

  it("need s3:GetObject on the source and s3:PutObject on the copy", async () => {
    const both = await userOf("Both", [read, write]);
    expect((await copy("both", {}, both)).CopyObjectResult?.ETag).to.equal(eTag);
    for (const [name, statement] of Object.entries({ Reader: read, Writer: write })) {
      const one = await userOf(name, [statement]);
      expect(await refusalOf(copy("one", {}, one))).to.deep.include({ code: "AccessDenied", status: 403 });
    }
  });

  it("are known to policies by source and directive", async () => {
    const only = (key: string, value: string) => ({ ...write, Condition: { StringLike: { [key]: value } } });
    const fromA = await userOf("FromA", [read, only("s3:x-amz-copy-source", "from/a*")]);
    const fromB = await userOf("FromB", [read, only("s3:x-amz-copy-source", "from/b*")]);
    const replacer = await userOf("Replacer", [read, only("s3:x-amz-metadata-directive", "REPLACE")]);
    expect((await copy("a", {}, fromA)).CopyObjectResult?.ETag).to.equal(eTag);
    expect((await refusalOf(copy("a", {}, fromB))).code).to.equal("AccessDenied");
    expect((await refusalOf(copy("a", {}, replacer))).code).to.equal("AccessDenied");
    expect((await copy("a", { MetadataDirective: "REPLACE" }, replacer)).CopyObjectResult?.ETag).to.equal(eTag);
  });

  it("need kms:Decrypt for the source and kms:GenerateDataKey for the copy", async () => {
    const makeKey = async () => (await clientsFor(emulator).kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? "";
    const [sourceKey, copyKey] = [await makeKey(), await makeKey()];
    const under = (SSEKMSKeyId: string) => ({ ServerSideEncryption: "aws:kms", SSEKMSKeyId }) as const;
    await s3.send(new S3.PutObjectCommand({ Bucket: "from", Key: "secret", Body: "hidden", ...under(sourceKey) }));
    const decrypt = { Effect: "Allow", Action: "kms:Decrypt", Resource: sourceKey } as const;
    const generate = { Effect: "Allow", Action: "kms:GenerateDataKey", Resource: copyKey } as const;
    const more = { CopySource: "from/secret", ...under(copyKey) };
    for (const [name, statement, missing] of [
      ["Decryptor", decrypt, "kms:GenerateDataKey"],
      ["Encryptor", generate, "kms:Decrypt"],
    ] as const) {
      const one = await userOf(name, [read, write, statement]);
      const { code, message } = await refusalOf(copy("secret", more, one));
      expect(code).to.equal("AccessDenied");
      expect(message).to.include(`is not authorized to perform: ${missing}`);
    }
    const both = await userOf("Crypt", [read, write, decrypt, generate]);
    expect(await copy("secret", more, both)).to.deep.include(under(copyKey));
    expect(await textOf("secret")).to.equal("hidden");
    // What the copy says nothing of, its bucket decides, not its source.
    expect((await copy("plain", { CopySource: "from/secret" })).ServerSideEncryption).to.equal("AES256");
  });

  describe("as parts", () => {
    async function begin() {
      const place = { Bucket: "into", Key: "parts" };
      const { UploadId } = await s3.send(
        new S3.CreateMultipartUploadCommand({ ...place, ChecksumAlgorithm: "SHA256" }),
      );
      return { ...place, UploadId };
    }
    const part = (place: Awaited<ReturnType<typeof begin>>, CopySourceRange?: string, client = s3) =>
      client.send(new S3.UploadPartCopyCommand({ ...place, PartNumber: 1, CopySource, CopySourceRange }));

    it("hold a range of their source", async () => {
      const place = await begin();
      const { CopyPartResult } = await part(place, "bytes=1-3");
      const { ETag, ChecksumSHA256 } = CopyPartResult ?? {};
      const MultipartUpload = { Parts: [{ PartNumber: 1, ETag, ChecksumSHA256 }] };
      await s3.send(new S3.CompleteMultipartUploadCommand({ ...place, MultipartUpload }));
      expect(await textOf("parts")).to.equal("ell");
    });

    const form =
      "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy";
    const ranges = [
      { range: "bytes=1-", message: form },
      { range: "bytes=3-1", message: form },
      { range: "bytes=0-5", message: "Range specified is not valid for source object of size: 5" },
    ];
    for (const { range, message } of ranges) {
      it(`do not take the range ${range}`, async () => {
        const refusal = await refusalOf(part(await begin(), range));
        expect(refusal).to.deep.equal({ code: "InvalidArgument", message, status: 400 });
      });
    }

    it("need s3:GetObject on the source", async () => {
      const place = await begin();
      const allowed = await userOf("PartCopier", [read, write]);
      expect((await part(place, undefined, allowed)).CopyPartResult?.ETag).to.equal(eTag);
      const writer = await userOf("PartWriter", [write]);
      expect((await refusalOf(part(place, undefined, writer))).code).to.equal("AccessDenied");
    });
  });
});
