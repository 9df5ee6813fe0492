import { DescribeAlarmHistoryCommand, DisableAlarmActionsCommand } from "@aws-sdk/client-cloudwatch";
import { DescribeTableCommand, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import {
  AttachUserPolicyCommand,
  GetLoginProfileCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  SetDefaultPolicyVersionCommand,
  UpdateAccessKeyCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import {
  CancelKeyDeletionCommand,
  CreateGrantCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  ListGrantsCommand,
  RevokeGrantCommand,
} from "@aws-sdk/client-kms";
import { GetBucketPolicyCommand, GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, RestoreSecretCommand, UntagResourceCommand } from "@aws-sdk/client-secrets-manager";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import type { Kind } from "../../runner/inventory/found.ts";
import type { Probe } from "./probe.ts";

/** No item, object, version, grant, tag or access key has this name. */
const nothing = "keylab-isolation";
const noItem = { id: { S: nothing } };
const noAccessKey = "AKIAKEYLABISOLATION0";
const noGrant = "0".repeat(64);
const noPolicy = `arn:aws:iam::aws:policy/${nothing}`;

/** What is asked of each kind of thing. */
export const probes: Readonly<Partial<Record<Kind, readonly Probe[]>>> = {
  table: [
    read("dynamodb:DescribeTable", ({ dynamodb }, { id }) =>
      dynamodb.send(new DescribeTableCommand({ TableName: id })),
    ),
    read("dynamodb:GetItem", ({ dynamodb }, { id }) =>
      dynamodb.send(new GetItemCommand({ TableName: id, Key: noItem })),
    ),
    change("dynamodb:UpdateItem", ({ dynamodb }, { id }) =>
      dynamodb.send(new UpdateItemCommand({ TableName: id, Key: noItem, ConditionExpression: "attribute_exists(id)" })),
    ),
  ],
  secret: [
    read("secretsmanager:GetSecretValue", ({ secretsmanager }, { id }) =>
      secretsmanager.send(new GetSecretValueCommand({ SecretId: id })),
    ),
    change("secretsmanager:RestoreSecret", ({ secretsmanager }, { id }) =>
      secretsmanager.send(new RestoreSecretCommand({ SecretId: id })),
    ),
    change("secretsmanager:UntagResource", ({ secretsmanager }, { id }) =>
      secretsmanager.send(new UntagResourceCommand({ SecretId: id, TagKeys: [nothing] })),
    ),
  ],
  key: [
    read("kms:GetKeyPolicy", ({ kms }, { id }) => kms.send(new GetKeyPolicyCommand({ KeyId: id }))),
    read("kms:ListGrants", ({ kms }, { id }) => kms.send(new ListGrantsCommand({ KeyId: id }))),
    use("kms:Encrypt", ({ kms }, { id }) =>
      kms.send(new EncryptCommand({ KeyId: id, Plaintext: Buffer.from(nothing), DryRun: true })),
    ),
    change("kms:CreateGrant", ({ kms }, { id }) =>
      kms.send(
        new CreateGrantCommand({
          KeyId: id,
          GranteePrincipal: id.replace(/:kms:[^:]*:(\d+):.*/, ":iam::$1:root"),
          Operations: ["Decrypt"],
          DryRun: true,
        }),
      ),
    ),
    change("kms:RevokeGrant", ({ kms }, { id }) =>
      kms.send(new RevokeGrantCommand({ KeyId: id, GrantId: noGrant, DryRun: true })),
    ),
    change("kms:CancelKeyDeletion", ({ kms }, { id }) => kms.send(new CancelKeyDeletionCommand({ KeyId: id }))),
  ],
  bucket: [
    read("s3:ListBucket", ({ s3 }, { id }) => s3.send(new ListObjectsV2Command({ Bucket: id, MaxKeys: 1 }))),
    read("s3:GetObject", ({ s3 }, { id }) => s3.send(new GetObjectCommand({ Bucket: id, Key: nothing }))),
    read("s3:GetBucketPolicy", ({ s3 }, { id }) => s3.send(new GetBucketPolicyCommand({ Bucket: id }))),
  ],
  alarm: [
    read("cloudwatch:DescribeAlarmHistory", ({ cloudwatch }, { id }) =>
      cloudwatch.send(new DescribeAlarmHistoryCommand({ AlarmName: id })),
    ),
    change("cloudwatch:DisableAlarmActions", ({ cloudwatch }, { id }) =>
      cloudwatch.send(new DisableAlarmActionsCommand({ AlarmNames: [id] })),
    ),
  ],
  user: [
    read("iam:GetLoginProfile", ({ iam }, { id }) => iam.send(new GetLoginProfileCommand({ UserName: id }))),
    change("iam:UpdateAccessKey", ({ iam }, { id }) =>
      iam.send(new UpdateAccessKeyCommand({ UserName: id, AccessKeyId: noAccessKey, Status: "Inactive" })),
    ),
    change("iam:AttachUserPolicy", ({ iam }, { id }) =>
      iam.send(new AttachUserPolicyCommand({ UserName: id, PolicyArn: noPolicy })),
    ),
  ],
  role: [
    read("iam:GetRole", ({ iam }, { id }) => iam.send(new GetRoleCommand({ RoleName: id }))),
    change("iam:UpdateRole", ({ iam }, { id }) => iam.send(new UpdateRoleCommand({ RoleName: id }))),
    {
      action: "sts:AssumeRole",
      kind: "assume",
      ask: ({ sts }, { item }) => sts.send(new AssumeRoleCommand({ RoleArn: item, RoleSessionName: nothing })),
    },
  ],
  policy: [
    read("iam:GetPolicyVersion", ({ iam }, { id }) =>
      iam.send(new GetPolicyVersionCommand({ PolicyArn: id, VersionId: "v999" })),
    ),
    change("iam:SetDefaultPolicyVersion", ({ iam }, { id }) =>
      iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: id, VersionId: "v999" })),
    ),
  ],
};

function read(action: string, ask: Probe["ask"]): Probe {
  return { action, kind: "read", ask };
}

function use(action: string, ask: Probe["ask"]): Probe {
  return { action, kind: "use", ask };
}

function change(action: string, ask: Probe["ask"]): Probe {
  return { action, kind: "change", ask };
}
