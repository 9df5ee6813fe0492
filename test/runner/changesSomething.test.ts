import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { changesSomething } from "../../runner/waiting/changesSomething.ts";

const folder = new URL("../../scenarios/contract/actions/", import.meta.url);

/** What scenarios try again and again without harm. Whoever adds an operation says on which side it stands. */
const readings = [
  "cloudtrail:LookupEvents",
  "cloudwatch:DescribeAlarms",
  "dynamodb:DescribeTable",
  "dynamodb:GetItem",
  "dynamodb:ListBackups",
  "dynamodb:ListTables",
  "dynamodb:Query",
  "dynamodb:Scan",
  "ec2:DescribeSnapshots",
  "ec2:DescribeVolumes",
  "iam:GetLoginProfile",
  "iam:ListAttachedUserPolicies",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateMac",
  "kms:GetKeyLastUsage",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:GetParametersForImport",
  "kms:GetPublicKey",
  "kms:ListAliases",
  "kms:ListGrants",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:ReEncrypt",
  "kms:Sign",
  "kms:Verify",
  "kms:VerifyMac",
  "lambda:GetFunctionConfiguration",
  "outside of AWS",
  "s3:GetBucketEncryption",
  "s3:GetObject",
  "s3:HeadObject",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetSecretValue",
  "secretsmanager:ListSecretVersionIds",
  "sts:AssumeRole",
  "sts:GetCallerIdentity",
];

describe("what is tried again", () => {
  it("is every operation of the scenarios that changes nothing", () => {
    const operations = readdirSync(folder).flatMap(
      (file) => /operation: "([^"]+)"/.exec(readFileSync(new URL(file, folder), "utf8"))?.[1] ?? [],
    );
    const found = [...new Set(operations)].filter((operation) => !changesSomething(operation));
    expect(found.sort()).to.deep.equal(readings);
  });
});
