import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { operationAt } from "../../../emulator/protocols/operationAt.ts";
import { parseXml } from "../../../emulator/protocols/parseXml.ts";
import type { HttpRequest } from "../../../emulator/protocols/protocol.ts";
import { pathStyleUrl } from "../../../emulator/protocols/pathStyleUrl.ts";
import { restXml } from "../../../emulator/protocols/restXml.ts";
import { ServiceModel } from "../../../emulator/protocols/serviceModel.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const model = ServiceModel.load("s3");
const names = model.operationNames().filter((name) => name !== "ListDirectoryBuckets");

function request(method: string, url: string, headers: Record<string, string> = {}, body = ""): HttpRequest {
  return { method, url, headers: { host: "127.0.0.1", ...headers }, body: Buffer.from(body), sourceIp: "127.0.0.1" };
}

describe("REST XML", () => {
  const routes: readonly [
    method: string,
    url: string,
    operation: string | undefined,
    headers?: Record<string, string>,
  ][] = [
    ["GET", "/", "ListBuckets"],
    ["PUT", "/mine", "CreateBucket"],
    ["GET", "/mine?list-type=2&prefix=a", "ListObjectsV2"],
    ["GET", "/mine?x-id=ListObjects", "ListObjects"],
    ["GET", "/mine?policy", "GetBucketPolicy"],
    ["POST", "/mine?delete", "DeleteObjects"],
    ["PUT", "/mine/a/b?x-id=PutObject", "PutObject"],
    ["PUT", "/mine/a/b", "CopyObject", { "x-amz-copy-source": "mine/c" }],
    ["PUT", "/mine/a/b?partNumber=1&uploadId=x", "UploadPart"],
    ["PUT", "/mine/a/b?partNumber=1&uploadId=x", "UploadPartCopy", { "x-amz-copy-source": "mine/c" }],
    ["GET", "/mine/a/b?uploadId=x", "ListParts"],
    ["POST", "/mine/a/b?uploads", "CreateMultipartUpload"],
    ["GET", "/mine/a/b?attributes", "GetObjectAttributes", { "x-amz-object-attributes": "ETag" }],
    ["GET", "/mine/a/b?attributes", "GetObjectAttributes"],
    ["GET", "/a/b", "GetObject", { host: "mine.s3.localhost:4566" }],
    ["GET", "/", "ListObjects", { host: "mine.localhost:4566" }],
    ["GET", "/", "ListBuckets", { host: "s3.eu-west-1.amazonaws.com" }],
    ["PATCH", "/mine", undefined],
  ];
  for (const [method, url, operation, headers] of routes) {
    it(`takes ${method} ${url}${headers ? ` (${Object.values(headers).join()})` : ""} for ${operation ?? "nothing"}`, () => {
      const sent = request(method, url, headers);
      expect(operationAt(model, names, sent, pathStyleUrl(sent))).to.equal(operation);
    });
  }

  it("reads the path, the query, headers, and a body that is a blob", () => {
    const headers = { "x-amz-meta-who": "me", "content-type": "text/plain", expires: "Wed, 21 Oct 2026 07:28:00 GMT" };
    const input = restXml.parse(model, "PutObject", request("PUT", "/mine/a%20b/c%2Fd", headers, "hello"));
    expect(input).to.deep.include({
      Bucket: "mine",
      Key: "a b/c/d",
      Metadata: { who: "me" },
      ContentType: "text/plain",
    });
    expect(input.Body).to.deep.equal(Buffer.from("hello"));
  });

  it("reads a body of XML: lists with and without an element around them, entities, and namespaces", () => {
    const tagging = `<Tagging xmlns="x"><TagSet><Tag><Key>a&amp;b</Key><Value/></Tag></TagSet></Tagging>`;
    expect(restXml.parse(model, "PutBucketTagging", request("PUT", "/mine?tagging", {}, tagging))).to.deep.equal({
      Bucket: "mine",
      Tagging: { TagSet: [{ Key: "a&b", Value: "" }] },
    });
    const remove = "<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object><Quiet>true</Quiet></Delete>";
    expect(restXml.parse(model, "DeleteObjects", request("POST", "/mine?delete", {}, remove))).to.deep.equal({
      Bucket: "mine",
      Delete: { Objects: [{ Key: "a" }, { Key: "b" }], Quiet: true },
    });
  });

  for (const text of ["", "<a>", "<a></b>", "<a/><b/>", "<!DOCTYPE a><a/>", "<a>&nothing;</a>", "<a>&#0;</a>"]) {
    it(`refuses ${JSON.stringify(text)} as XML`, () => {
      expect(thrownBy(() => parseXml(text), AwsError).code).to.equal("MalformedXML");
    });
  }

  it("answers bytes with headers, and a part of them with 206", () => {
    const output = { Body: Buffer.from("ell"), ContentRange: "bytes 1-3/5", ETag: '"e"', Metadata: { who: "me" } };
    const { status, headers, body } = restXml.answer(model, "GetObject", output, "id");
    expect({ status, body }).to.deep.equal({ status: 206, body: Buffer.from("ell") });
    expect(headers).to.include({ "content-range": "bytes 1-3/5", etag: '"e"', "x-amz-meta-who": "me" });
  });

  it("answers XML under the root that S3 gives it", () => {
    const output = { Name: "mine", Contents: [{ Key: "<a>", Size: 1 }], KeyCount: 1 };
    expect(restXml.answer(model, "ListObjectsV2", output, "id").body).to.equal(
      '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
        "<Contents><Key>&lt;a&gt;</Key><Size>1</Size></Contents><Name>mine</Name><KeyCount>1</KeyCount></ListBucketResult>",
    );
  });

  it("answers errors as S3 does, with what they tell beside their message", () => {
    const error = new AwsError("NoSuchKey", "The specified key does not exist.", {
      status: 404,
      members: { Key: "a" },
    });
    const { status, body } = restXml.failure(model, error, "id");
    expect(status).to.equal(404);
    expect(body).to.equal(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>' +
        "<Key>a</Key><RequestId>id</RequestId><HostId>aWQ=</HostId></Error>",
    );
  });
});
