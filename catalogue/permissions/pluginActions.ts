import type { Actions } from "./recordedActions.ts";

const user = { on: "arn:aws:iam::{account}:user/{name}" };
const role = { on: "arn:aws:iam::{account}:role/{name}" };
const key = { on: "arn:aws:kms:*:{account}:key/{own}" };
const secret = { on: "arn:aws:secretsmanager:*:{account}:secret:{name}-??????" };
const bucket = { on: "arn:aws:s3:::{name}*" };

/** What the plugin asks of one resource. */
interface Asked {
  /** The resource, as in recorded actions. */
  readonly on: string;
  readonly actions: readonly string[];
}

/**
 * What Pulumi's official `aws` plugin asks of a resource that it creates, reads, updates, tags and deletes, beyond what the embedded one
 * asks. By Pulumi's type. Source: the resources of terraform-provider-aws 6, which the plugin is made of; not recorded.
 */
const asked: Readonly<Record<string, Asked>> = {
  "aws:cloudwatch/eventRule:EventRule": {
    on: "arn:aws:events:*:{account}:rule/{name}",
    actions: ["events:ListTagsForResource", "events:TagResource", "events:UntagResource"],
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    on: "arn:aws:cloudwatch:*:{account}:alarm:{name}",
    actions: ["cloudwatch:TagResource", "cloudwatch:UntagResource"],
  },
  "aws:dynamodb/table:Table": {
    on: "arn:aws:dynamodb:*:{account}:table/{name}",
    actions: [
      "dynamodb:DescribeContributorInsights",
      "dynamodb:UpdateContinuousBackups",
      "dynamodb:UpdateTimeToLive",
      "dynamodb:UntagResource",
    ],
  },
  "aws:ebs/snapshot:Snapshot": {
    on: "arn:aws:ec2:*::snapshot/{own}",
    actions: ["ec2:DeleteTags", "ec2:ModifySnapshotTier"],
  },
  "aws:ebs/volume:Volume": {
    on: "arn:aws:ec2:*:{account}:volume/{own}",
    actions: ["ec2:DeleteTags", "ec2:ModifyVolume"],
  },
  "aws:iam/accessKey:AccessKey": { ...user, actions: ["iam:ListAccessKeys"] },
  "aws:iam/role:Role": {
    ...role,
    actions: [
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "iam:ListRoleTags",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
    ],
  },
  "aws:iam/user:User": {
    ...user,
    actions: [
      "iam:DeactivateMFADevice",
      "iam:DeleteLoginProfile",
      "iam:DeleteServiceSpecificCredential",
      "iam:DeleteSigningCertificate",
      "iam:DeleteSSHPublicKey",
      "iam:ListAttachedUserPolicies",
      "iam:ListGroupsForUser",
      "iam:ListUserTags",
      "iam:TagUser",
      "iam:UntagUser",
      "iam:UpdateUser",
    ],
  },
  "aws:iam/userLoginProfile:UserLoginProfile": { ...user, actions: ["iam:UpdateLoginProfile"] },
  "aws:kms/externalKey:ExternalKey": {
    ...key,
    actions: ["kms:PutKeyPolicy", "kms:UntagResource", "kms:UpdateKeyDescription"],
  },
  "aws:kms/key:Key": {
    ...key,
    actions: [
      "kms:DisableKeyRotation",
      "kms:EnableKeyRotation",
      "kms:ListKeyRotations",
      // The lockout check of CreateKey asks for it (KMS API Reference, CreateKey).
      "kms:PutKeyPolicy",
      "kms:UntagResource",
      "kms:UpdateKeyDescription",
    ],
  },
  "aws:kms/replicaKey:ReplicaKey": {
    ...key,
    actions: ["kms:PutKeyPolicy", "kms:UntagResource", "kms:UpdateKeyDescription"],
  },
  "aws:lambda/function:Function": {
    on: "arn:aws:lambda:*:{account}:function:{name}",
    actions: [
      "lambda:GetFunctionCodeSigningConfig",
      "lambda:GetFunctionConcurrency",
      "lambda:GetRuntimeManagementConfig",
      "lambda:ListTags",
      "lambda:ListVersionsByFunction",
      "lambda:TagResource",
      "lambda:UntagResource",
    ],
  },
  "aws:s3/bucket:Bucket": {
    ...bucket,
    actions: [
      "s3:GetAccelerateConfiguration",
      "s3:GetBucketAcl",
      "s3:GetBucketCORS",
      "s3:GetBucketLocation",
      "s3:GetBucketLogging",
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketPolicy",
      "s3:GetBucketRequestPayment",
      "s3:GetBucketTagging",
      "s3:GetBucketVersioning",
      "s3:GetBucketWebsite",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      "s3:ListTagsForResource",
      "s3:PutBucketTagging",
      "s3:TagResource",
      "s3:UntagResource",
    ],
  },
  "aws:secretsmanager/secret:Secret": {
    ...secret,
    actions: ["secretsmanager:UntagResource", "secretsmanager:UpdateSecret"],
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    ...secret,
    actions: ["secretsmanager:GetSecretValue", "secretsmanager:UpdateSecretVersionStage"],
  },
  "awsx:cloudtrail:Trail": {
    on: "arn:aws:cloudtrail:*:{account}:trail/{name}",
    actions: [
      "cloudtrail:AddTags",
      "cloudtrail:GetEventSelectors",
      "cloudtrail:GetInsightSelectors",
      "cloudtrail:RemoveTags",
    ],
  },
};

/** What the official plugin asks beyond what was recorded, for resources of the given types. */
export function pluginActions(types: readonly string[]): Actions {
  const pairs = types.flatMap((type) => {
    const { on, actions = [] } = asked[type] ?? {};
    return on === undefined ? [] : actions.map((action) => [action, [on]] as const);
  });
  return Object.fromEntries(pairs);
}
