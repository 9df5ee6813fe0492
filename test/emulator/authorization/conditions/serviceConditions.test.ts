import { expect } from "chai";
import { valuesOf, type ConditionValues } from "../../../../emulator/authorization/conditions/conditionContext.ts";
import { supportedConditionKey } from "../../../../emulator/authorization/conditions/supportedConditionKey.ts";
import { Registry } from "../../../../emulator/registry.ts";
import { services } from "../../../../emulator/services/services.ts";
import { DeclaredAccess } from "../declaredAccess.ts";

const registry = new Registry(services);
const caller = { "kms:CallerAccount": "000000000000" };
const key = {
  ...caller,
  "kms:KeyOrigin": "AWS_KMS",
  "kms:KeySpec": "SYMMETRIC_DEFAULT",
  "kms:KeyUsage": "ENCRYPT_DECRYPT",
  "kms:MultiRegion": false,
  "kms:ResourceAliases": ["alias/mine"],
};
const encryptionContext = { "kms:EncryptionContext:purpose": "test", "kms:EncryptionContextKeys": ["purpose"] };
const usedByAlias = {
  ...key,
  ...encryptionContext,
  "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
  "kms:RequestAlias": "alias/mine",
};
const requestTags = { "aws:RequestTag/team": "red", "aws:TagKeys": ["team"] };
const consumption = { "dynamodb:ReturnConsumedCapacity": "TOTAL" };
const item = { ...consumption, "dynamodb:Attributes": ["id"], "dynamodb:LeadingKeys": ["1"] };
const changed = { ...item, "dynamodb:ReturnValues": "ALL_OLD" };
const projected = { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" };
const rotationFunction = "arn:aws:lambda:us-east-1:000000000000:function:rotate";
const secret = {
  "secretsmanager:resource/AllowRotationLambdaArn": rotationFunction,
  "secretsmanager:ResourceTag/team": "red",
};
/** ARNs with random characters. */
const random = ["secretsmanager:KmsKeyArn", "secretsmanager:SecretId"];

/** The service's own keys of an operation's first permission. */
const table: Readonly<Record<string, ConditionValues>> = {
  "kms:Encrypt": usedByAlias,
  "kms:GenerateDataKey": usedByAlias,
  "kms:DescribeKey": { ...key, "kms:RequestAlias": "alias/mine" },
  "kms:EnableKeyRotation": { ...key, "kms:RotationPeriodInDays": 100 },
  "kms:ScheduleKeyDeletion": {
    ...key,
    "kms:ScheduleKeyDeletionPendingWindowInDays": 7,
    "kms:TrailingDaysWithoutKeyUsage": 0,
  },
  "kms:PutKeyPolicy": { ...key, "kms:BypassPolicyLockoutSafetyCheck": true },
  "kms:TagResource": { ...key, ...requestTags },
  "kms:UntagResource": { ...key, "aws:TagKeys": ["team"] },
  "kms:CreateAlias": caller,
  "kms:CreateGrant": {
    ...key,
    ...encryptionContext,
    "kms:GrantConstraintType": ["EncryptionContextEquals"],
    "kms:GrantIsForAWSResource": false,
    "kms:GrantOperations": ["Decrypt"],
    "kms:GranteePrincipal": "arn:aws:iam::000000000000:root",
    "kms:RetiringPrincipal": "arn:aws:iam::000000000000:root",
  },
  "kms:ListGrants": { ...key, "kms:GrantIsForAWSResource": false },
  "kms:ListKeys": {},
  "dynamodb:GetItem": { ...item, ...projected },
  "dynamodb:BatchGetItem": { ...item, "dynamodb:Select": "ALL_ATTRIBUTES" },
  "dynamodb:Query": { ...item, ...projected },
  "dynamodb:Scan": { ...consumption, ...projected, "dynamodb:Attributes": ["id"] },
  "dynamodb:PutItem": changed,
  "dynamodb:UpdateItem": changed,
  "dynamodb:DeleteItem": changed,
  "dynamodb:BatchWriteItem": item,
  "dynamodb:TagResource": requestTags,
  "dynamodb:UntagResource": { "aws:TagKeys": ["team"] },
  "dynamodb:DescribeTable": {},
  "iam:TagRole": { "iam:ResourceTag/team": "red", ...requestTags },
  "iam:UntagUser": { "iam:ResourceTag/team": "red", "aws:TagKeys": ["team"] },
  "iam:UntagPolicy": { "aws:TagKeys": ["team"] },
  "iam:CreateRole": { ...requestTags, "iam:PermissionsBoundary": "arn:aws:iam::000000000000:policy/all" },
  "secretsmanager:CreateSecret": {
    ...requestTags,
    "secretsmanager:AddReplicaRegions": ["eu-west-1"],
    "secretsmanager:Description": "",
    "secretsmanager:ForceOverwriteReplicaSecret": false,
    "secretsmanager:KmsKeyId": "alias/mine",
    "secretsmanager:Name": "another",
  },
  "secretsmanager:GetSecretValue": {
    ...secret,
    "secretsmanager:VersionId": "00000000-0000-4000-8000-000000000000",
    "secretsmanager:VersionStage": "AWSCURRENT",
  },
  "secretsmanager:DeleteSecret": {
    ...secret,
    "secretsmanager:ForceDeleteWithoutRecovery": true,
    "secretsmanager:RecoveryWindowInDays": 7,
  },
  "secretsmanager:UpdateSecret": {
    ...secret,
    "secretsmanager:Description": "",
    "secretsmanager:KmsKeyId": "alias/mine",
  },
  "secretsmanager:RotateSecret": {
    ...secret,
    "secretsmanager:ModifyRotationRules": true,
    "secretsmanager:RotateImmediately": false,
    "secretsmanager:RotationLambdaARN": rotationFunction,
  },
  "secretsmanager:ReplicateSecretToRegions": {
    ...secret,
    "secretsmanager:AddReplicaRegions": ["eu-west-1"],
    "secretsmanager:ForceOverwriteReplicaSecret": false,
  },
  "secretsmanager:RemoveRegionsFromReplication": { "secretsmanager:SecretPrimaryRegion": "us-east-1" },
  "secretsmanager:UntagResource": { ...secret, "aws:TagKeys": ["team"] },
  "sts:AssumeRole": {
    ...requestTags,
    "iam:ResourceTag/team": "red",
    "sts:ExternalId": "x",
    "sts:RoleSessionName": "tests",
    "sts:SourceIdentity": "Ada",
    "sts:TransitiveTagKeys": ["team"],
  },
};

describe("the condition keys of", () => {
  let declared: DeclaredAccess;
  before(async () => (declared = await DeclaredAccess.start()));

  async function conditionsOf(service: string, name: string): Promise<ConditionValues[]> {
    const operation = registry.operation(service, name);
    if (!operation) throw new Error(`There is no operation ${service}:${name}.`);
    const access = await declared.of(operation);
    return "noneBecause" in access ? [] : access.map(({ conditions }) => valuesOf(conditions));
  }

  for (const [action, expected] of Object.entries(table)) {
    it(action, async () => {
      const [service = "", name = ""] = action.split(":");
      const [first = {}] = await conditionsOf(service, name);
      const given = Object.entries(first).filter(([key, value]) => value !== undefined && !random.includes(key));
      expect(Object.fromEntries(given)).to.deep.equal(expected);
    });
  }

  it("every operation may stand in policies", async () => {
    for (const { name: service, operations } of services) {
      for (const { name } of operations) {
        const keys = (await conditionsOf(service, name)).flatMap((conditions) => Object.keys(conditions));
        expect(
          keys.filter((key) => !supportedConditionKey(key)),
          `${service}:${name}`,
        ).to.deep.equal([]);
      }
    }
  });
});
