import { expect } from "chai";
import { cliName, cliService } from "../../../catalogue/byHand/cliName.ts";

describe("The names of the AWS CLI", () => {
  const names: readonly (readonly [string, string])[] = [
    ["GetItem", "get-item"],
    ["TableName", "table-name"],
    ["SSESpecification", "sse-specification"],
    ["SSEKMSKeyId", "ssekms-key-id"],
    ["KMSMasterKeyId", "kms-master-key-id"],
    ["PolicyARN", "policy-arn"],
    ["PolicyARNs", "policy-arns"],
    ["ListObjectsV2", "list-objects-v2"],
  ];
  for (const [name, wanted] of names) {
    it(`spells ${name} as ${wanted}`, () => {
      expect(cliName(name)).to.equal(wanted);
    });
  }

  it("calls most services as the SDK does, and some by names of its own", () => {
    expect(["KMS", "DynamoDB", "SecretsManager", "S3", "EventBridge", "CloudWatchLogs"].map(cliService)).to.deep.equal([
      "kms",
      "dynamodb",
      "secretsmanager",
      "s3api",
      "events",
      "logs",
    ]);
  });
});
