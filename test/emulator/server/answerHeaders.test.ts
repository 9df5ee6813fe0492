import { expect } from "chai";
import { startEmulator } from "../../../emulator/startEmulator.ts";
import type { Emulator } from "../../support/emulator.ts";
import { jsonCall, queryCall, send, type RawRequest } from "../../support/signedRequest.ts";

const dynamodb = (operation: string, input: object) =>
  jsonCall("dynamodb", `DynamoDB_20120810.${operation}`, JSON.stringify(input));
const table = {
  TableName: "headers",
  AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  BillingMode: "PAY_PER_REQUEST",
};

/** Of every answer. */
const common = ["connection", "content-length", "content-type", "date", "keep-alive"];

const answers: readonly {
  readonly name: string;
  readonly request: RawRequest;
  readonly status?: number;
  readonly type: string;
  readonly others: readonly string[];
}[] = [
  {
    name: "DynamoDB, with a checksum",
    request: dynamodb("ListTables", {}),
    type: "application/x-amz-json-1.0",
    others: ["x-amz-crc32", "x-amzn-requestid"],
  },
  {
    name: "DynamoDB, that has an error",
    request: dynamodb("DescribeTable", { TableName: "no-such-table" }),
    status: 400,
    type: "application/x-amz-json-1.0",
    others: ["x-amz-crc32", "x-amzn-requestid"],
  },
  {
    name: "KMS",
    request: jsonCall("kms", "TrentService.ListKeys", "{}"),
    type: "application/x-amz-json-1.1",
    others: ["x-amzn-requestid"],
  },
  {
    name: "Secrets Manager, that has an error",
    request: jsonCall("secretsmanager", "secretsmanager.GetSecretValue", '{"SecretId":"none"}'),
    status: 400,
    type: "application/x-amz-json-1.1",
    others: ["x-amzn-requestid"],
  },
  {
    name: "Lambda",
    request: { service: "lambda", method: "GET", path: "/2015-03-31/functions/" },
    type: "application/json",
    others: ["x-amzn-requestid"],
  },
  {
    name: "STS",
    request: queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15"),
    type: "text/xml",
    others: ["x-amzn-requestid"],
  },
  {
    name: "S3",
    request: { service: "s3", method: "GET", path: "/", headers: { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } },
    type: "application/xml",
    others: ["x-amz-id-2", "x-amz-request-id"],
  },
];

/** Media types have no charset. Source: the sample answers of each service's API reference. */
describe("the headers of an answer", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
    await send(emulator, dynamodb("CreateTable", table));
  });
  after(() => emulator.stop());

  for (const { name, request, status = 200, type, others } of answers) {
    it(`are those of ${name}`, async () => {
      const answer = await send(emulator, request);
      expect(answer.status).to.equal(status);
      expect(answer.headers.get("content-type")).to.equal(type);
      expect([...answer.headers.keys()]).to.deep.equal([...common, ...others].sort());
    });
  }

  // Source: DynamoDB Developer Guide, "DynamoDB low-level API": of the answer `{}`.
  it("have DynamoDB's checksum of the body", async () => {
    const item = { id: { S: "1" }, text: { S: "größer" } };
    const put = await send(emulator, dynamodb("PutItem", { TableName: "headers", Item: item }));
    expect([put.text, put.headers.get("x-amz-crc32")]).to.deep.equal(["{}", "2745614147"]);
  });
});
