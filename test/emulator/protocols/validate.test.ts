import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { ServiceModel } from "../../../emulator/protocols/serviceModel.ts";
import { validate } from "../../../emulator/protocols/validate.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const kms = ServiceModel.load("kms");
const dynamodb = ServiceModel.load("dynamodb");
const iam = ServiceModel.load("iam");

const one = (violation: string) => `1 validation error detected: ${violation}`;

/** Source of the sentences: recorded answers of AWS. */
const refused: { name: string; model: ServiceModel; operation: string; input: object; message: string }[] = [
  {
    name: "a required member that is missing",
    model: kms,
    operation: "DescribeKey",
    input: {},
    message: one("Value null at 'keyId' failed to satisfy constraint: Member must not be null"),
  },
  {
    name: "a secret value that is too long, without showing it",
    model: kms,
    operation: "Encrypt",
    input: { KeyId: "a", Plaintext: Buffer.alloc(4097) },
    message: one(
      "Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
    ),
  },
  {
    name: "a number that is too large",
    model: kms,
    operation: "GenerateRandom",
    input: { NumberOfBytes: 1025 },
    message: one(
      "Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024",
    ),
  },
  {
    name: "a number that is too small",
    model: kms,
    operation: "ScheduleKeyDeletion",
    input: { KeyId: "a", PendingWindowInDays: 0 },
    message: one(
      "Value '0' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ),
  },
  {
    name: "a text that is too short",
    model: kms,
    operation: "DescribeKey",
    input: { KeyId: "" },
    message: one(
      "Value '' at 'keyId' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ),
  },
  {
    name: "a word that is not of the enumeration, in a list",
    model: kms,
    operation: "DescribeKey",
    input: { KeyId: "a", GrantTokens: ["ok", ""] },
    message: one(
      "Value '' at 'grantTokens.2.member' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ),
  },
  {
    name: "a member far inside",
    model: dynamodb,
    operation: "CreateTable",
    input: {
      TableName: "table",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "X" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    },
    message: one(
      "Value 'X' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [S, N, B]",
    ),
  },
  {
    name: "what does not match the pattern as a whole",
    model: iam,
    operation: "CreateUser",
    input: { UserName: "fine\nnot" },
    message: one(
      "Value 'fine\nnot' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
    ),
  },
  {
    name: "several things at once",
    model: kms,
    operation: "CreateAlias",
    input: { AliasName: "a b" },
    message:
      "2 validation errors detected: " +
      "Value 'a b' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$; " +
      "Value null at 'targetKeyId' failed to satisfy constraint: Member must not be null",
  },
];

describe("validation by AWS's model", () => {
  for (const { name, model, operation, input, message } of refused) {
    it(`refuses ${name}`, () => {
      const error = thrownBy(() => validate(model, model.input(operation), input, "ValidationException"), AwsError);
      expect({ code: error.code, message: error.message }).to.deep.equal({ code: "ValidationException", message });
    });
  }

  it("asks no pattern of a text that is too long", () => {
    const input = { TableArn: "a", S3Bucket: "a".repeat(100_000) };
    const error = thrownBy(() => validate(dynamodb, dynamodb.input("ExportTableToPointInTime"), input, "X"), AwsError);
    expect(error.message).to.match(/^1 validation error .* Member must have length less than or equal to 255$/);
  });

  const accepted: { name: string; model: ServiceModel; operation: string; input: object }[] = [
    {
      name: "a value of the greatest length",
      model: kms,
      operation: "Encrypt",
      input: { KeyId: "a", Plaintext: Buffer.alloc(4096) },
    },
    {
      name: "letters of any language in a tag",
      model: iam,
      operation: "TagUser",
      input: { UserName: "a", Tags: [{ Key: "Größe", Value: "大きい" }] },
    },
    { name: "an input without members", model: kms, operation: "ListKeys", input: {} },
  ];
  for (const { name, model, operation, input } of accepted) {
    it(`accepts ${name}`, () => validate(model, model.input(operation), input, "ValidationException"));
  }
});
