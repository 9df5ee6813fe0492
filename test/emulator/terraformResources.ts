import type { TerraformResource } from "./terraformResource.ts";

const userName = ["UserName"];
const roleName = ["RoleName"];
const policyArn = ["PolicyArn"];
const profileName = ["InstanceProfileName"];
const keyId = ["KeyId"];
const tableName = ["TableName"];
const secretId = ["SecretId"];

/**
 * What Terraform's provider `aws`, version 5, sends in the life of a resource: create, read, update, import and
 * delete, with the options that people use without streams, replicas and provisioned speed-ups.
 * Source: general knowledge of the provider and the reference of its resources; not recorded.
 */
export const resources: Readonly<Record<string, TerraformResource>> = {
  aws_iam_user: {
    service: "iam",
    calls: {
      CreateUser: ["UserName", "Path", "PermissionsBoundary", "Tags"],
      GetUser: userName,
      UpdateUser: ["UserName", "NewUserName", "NewPath"],
      PutUserPermissionsBoundary: ["UserName", "PermissionsBoundary"],
      DeleteUserPermissionsBoundary: userName,
      ListUserTags: ["UserName", "Marker"],
      TagUser: ["UserName", "Tags"],
      UntagUser: ["UserName", "TagKeys"],
      ListGroupsForUser: ["UserName", "Marker"],
      RemoveUserFromGroup: ["GroupName", "UserName"],
      // Deleting with `force_destroy`.
      ListAccessKeys: ["UserName", "Marker"],
      DeleteAccessKey: ["UserName", "AccessKeyId"],
      ListSSHPublicKeys: ["UserName", "Marker"],
      DeleteSSHPublicKey: ["UserName", "SSHPublicKeyId"],
      ListVirtualMFADevices: ["AssignmentStatus", "Marker"],
      ListMFADevices: ["UserName", "Marker"],
      DeactivateMFADevice: ["UserName", "SerialNumber"],
      DeleteVirtualMFADevice: ["SerialNumber"],
      GetLoginProfile: userName,
      DeleteLoginProfile: userName,
      ListSigningCertificates: ["UserName", "Marker"],
      DeleteSigningCertificate: ["UserName", "CertificateId"],
      ListServiceSpecificCredentials: userName,
      DeleteServiceSpecificCredential: ["UserName", "ServiceSpecificCredentialId"],
      ListAttachedUserPolicies: ["UserName", "Marker"],
      DetachUserPolicy: ["UserName", "PolicyArn"],
      ListUserPolicies: ["UserName", "Marker"],
      DeleteUserPolicy: ["UserName", "PolicyName"],
      DeleteUser: userName,
    },
  },
  aws_iam_access_key: {
    service: "iam",
    calls: {
      CreateAccessKey: userName,
      UpdateAccessKey: ["UserName", "AccessKeyId", "Status"],
      ListAccessKeys: ["UserName", "Marker"],
      GetAccessKeyLastUsed: ["AccessKeyId"],
      DeleteAccessKey: ["UserName", "AccessKeyId"],
    },
  },
  aws_iam_role: {
    service: "iam",
    calls: {
      CreateRole: [
        ...["RoleName", "Path", "AssumeRolePolicyDocument", "Description"],
        ...["MaxSessionDuration", "PermissionsBoundary", "Tags"],
      ],
      GetRole: roleName,
      UpdateAssumeRolePolicy: ["RoleName", "PolicyDocument"],
      UpdateRoleDescription: ["RoleName", "Description"],
      UpdateRole: ["RoleName", "Description", "MaxSessionDuration"],
      PutRolePermissionsBoundary: ["RoleName", "PermissionsBoundary"],
      DeleteRolePermissionsBoundary: roleName,
      PutRolePolicy: ["RoleName", "PolicyName", "PolicyDocument"],
      GetRolePolicy: ["RoleName", "PolicyName"],
      ListRolePolicies: ["RoleName", "Marker"],
      DeleteRolePolicy: ["RoleName", "PolicyName"],
      AttachRolePolicy: ["RoleName", "PolicyArn"],
      ListAttachedRolePolicies: ["RoleName", "Marker", "PathPrefix"],
      DetachRolePolicy: ["RoleName", "PolicyArn"],
      ListRoleTags: ["RoleName", "Marker"],
      TagRole: ["RoleName", "Tags"],
      UntagRole: ["RoleName", "TagKeys"],
      ListInstanceProfilesForRole: ["RoleName", "Marker"],
      RemoveRoleFromInstanceProfile: ["InstanceProfileName", "RoleName"],
      DeleteRole: roleName,
    },
  },
  aws_iam_policy: {
    service: "iam",
    calls: {
      CreatePolicy: ["PolicyName", "Path", "PolicyDocument", "Description", "Tags"],
      GetPolicy: policyArn,
      GetPolicyVersion: ["PolicyArn", "VersionId"],
      CreatePolicyVersion: ["PolicyArn", "PolicyDocument", "SetAsDefault"],
      ListPolicyVersions: ["PolicyArn", "Marker"],
      DeletePolicyVersion: ["PolicyArn", "VersionId"],
      ListPolicies: ["Scope", "OnlyAttached", "PathPrefix", "Marker"],
      ListPolicyTags: ["PolicyArn", "Marker"],
      TagPolicy: ["PolicyArn", "Tags"],
      UntagPolicy: ["PolicyArn", "TagKeys"],
      DeletePolicy: policyArn,
    },
  },
  aws_iam_instance_profile: {
    service: "iam",
    calls: {
      CreateInstanceProfile: ["InstanceProfileName", "Path", "Tags"],
      GetInstanceProfile: profileName,
      AddRoleToInstanceProfile: ["InstanceProfileName", "RoleName"],
      RemoveRoleFromInstanceProfile: ["InstanceProfileName", "RoleName"],
      ListInstanceProfileTags: ["InstanceProfileName", "Marker"],
      TagInstanceProfile: ["InstanceProfileName", "Tags"],
      UntagInstanceProfile: ["InstanceProfileName", "TagKeys"],
      DeleteInstanceProfile: profileName,
    },
  },
  aws_kms_key: {
    service: "kms",
    calls: {
      CreateKey: [
        ...["BypassPolicyLockoutSafetyCheck", "CustomerMasterKeySpec", "KeySpec", "KeyUsage", "Description"],
        ...["MultiRegion", "Policy", "Tags"],
      ],
      DescribeKey: keyId,
      GetKeyPolicy: ["KeyId", "PolicyName"],
      GetKeyRotationStatus: keyId,
      EnableKeyRotation: ["KeyId", "RotationPeriodInDays"],
      DisableKeyRotation: keyId,
      EnableKey: keyId,
      DisableKey: keyId,
      UpdateKeyDescription: ["KeyId", "Description"],
      PutKeyPolicy: ["KeyId", "PolicyName", "Policy", "BypassPolicyLockoutSafetyCheck"],
      ListResourceTags: ["KeyId", "Marker", "Limit"],
      TagResource: ["KeyId", "Tags"],
      UntagResource: ["KeyId", "TagKeys"],
      ScheduleKeyDeletion: ["KeyId", "PendingWindowInDays"],
    },
  },
  aws_kms_replica_key: {
    service: "kms",
    calls: {
      ReplicateKey: [
        ...["KeyId", "ReplicaRegion", "Description", "Policy", "BypassPolicyLockoutSafetyCheck"],
        ...["Tags"],
      ],
      DescribeKey: keyId,
      GetKeyPolicy: ["KeyId", "PolicyName"],
      GetKeyRotationStatus: keyId,
      EnableKey: keyId,
      DisableKey: keyId,
      UpdateKeyDescription: ["KeyId", "Description"],
      PutKeyPolicy: ["KeyId", "PolicyName", "Policy", "BypassPolicyLockoutSafetyCheck"],
      ListResourceTags: ["KeyId", "Marker", "Limit"],
      TagResource: ["KeyId", "Tags"],
      UntagResource: ["KeyId", "TagKeys"],
      ScheduleKeyDeletion: ["KeyId", "PendingWindowInDays"],
    },
  },
  aws_kms_external_key: {
    service: "kms",
    calls: {
      CreateKey: [
        ...["BypassPolicyLockoutSafetyCheck", "KeySpec", "KeyUsage", "Description", "MultiRegion"],
        ...["Origin", "Policy", "Tags"],
      ],
      DescribeKey: keyId,
      GetParametersForImport: ["KeyId", "WrappingAlgorithm", "WrappingKeySpec"],
      ImportKeyMaterial: ["KeyId", "EncryptedKeyMaterial", "ImportToken", "ExpirationModel", "ValidTo"],
      DeleteImportedKeyMaterial: keyId,
      GetKeyPolicy: ["KeyId", "PolicyName"],
      ListResourceTags: ["KeyId", "Marker", "Limit"],
      ScheduleKeyDeletion: ["KeyId", "PendingWindowInDays"],
    },
  },
  aws_kms_key_policy: {
    service: "kms",
    calls: {
      DescribeKey: keyId,
      GetKeyPolicy: ["KeyId", "PolicyName"],
      PutKeyPolicy: ["KeyId", "PolicyName", "Policy", "BypassPolicyLockoutSafetyCheck"],
    },
  },
  aws_kms_alias: {
    service: "kms",
    calls: {
      CreateAlias: ["AliasName", "TargetKeyId"],
      ListAliases: ["KeyId", "Marker", "Limit"],
      UpdateAlias: ["AliasName", "TargetKeyId"],
      DeleteAlias: ["AliasName"],
    },
  },
  aws_kms_grant: {
    service: "kms",
    calls: {
      CreateGrant: [
        ...["KeyId", "GranteePrincipal", "RetiringPrincipal", "Operations", "Name"],
        ...["Constraints", "GrantTokens"],
      ],
      ListGrants: ["KeyId", "Marker", "Limit"],
      RevokeGrant: ["KeyId", "GrantId"],
      RetireGrant: ["KeyId", "GrantId"],
    },
  },
  aws_dynamodb_table: {
    service: "dynamodb",
    calls: {
      CreateTable: [
        ...["TableName", "BillingMode", "KeySchema", "AttributeDefinitions", "ProvisionedThroughput"],
        ...["GlobalSecondaryIndexes", "LocalSecondaryIndexes", "SSESpecification", "TableClass"],
        ...["DeletionProtectionEnabled", "Tags"],
      ],
      DescribeTable: tableName,
      UpdateTable: [
        ...["TableName", "BillingMode", "AttributeDefinitions", "ProvisionedThroughput", "GlobalSecondaryIndexUpdates"],
        ...["SSESpecification", "TableClass", "DeletionProtectionEnabled"],
      ],
      DescribeContinuousBackups: tableName,
      UpdateContinuousBackups: ["TableName", "PointInTimeRecoverySpecification"],
      DescribeTimeToLive: tableName,
      UpdateTimeToLive: ["TableName", "TimeToLiveSpecification"],
      ListTagsOfResource: ["ResourceArn"],
      TagResource: ["ResourceArn", "Tags"],
      UntagResource: ["ResourceArn", "TagKeys"],
      RestoreTableToPointInTime: [
        ...["SourceTableName", "SourceTableArn", "TargetTableName", "UseLatestRestorableTime"],
        ...["BillingModeOverride", "SSESpecificationOverride"],
      ],
      DeleteTable: tableName,
    },
  },
  aws_dynamodb_table_item: {
    service: "dynamodb",
    calls: {
      PutItem: ["TableName", "Item", "ConditionExpression", "ExpressionAttributeNames"],
      GetItem: ["TableName", "Key", "ConsistentRead", "ProjectionExpression", "ExpressionAttributeNames"],
      UpdateItem: [
        ...["TableName", "Key", "UpdateExpression", "ExpressionAttributeNames", "ExpressionAttributeValues"],
        "ReturnValues",
      ],
      DeleteItem: ["TableName", "Key"],
    },
  },
  aws_secretsmanager_secret: {
    service: "secretsmanager",
    calls: {
      CreateSecret: [
        ...["ClientRequestToken", "Name", "Description", "KmsKeyId", "Tags"],
        ...["AddReplicaRegions", "ForceOverwriteReplicaSecret"],
      ],
      DescribeSecret: secretId,
      UpdateSecret: ["ClientRequestToken", "SecretId", "Description", "KmsKeyId"],
      GetResourcePolicy: secretId,
      PutResourcePolicy: ["SecretId", "ResourcePolicy", "BlockPublicPolicy"],
      DeleteResourcePolicy: secretId,
      ReplicateSecretToRegions: ["SecretId", "AddReplicaRegions", "ForceOverwriteReplicaSecret"],
      RemoveRegionsFromReplication: ["SecretId", "RemoveReplicaRegions"],
      TagResource: ["SecretId", "Tags"],
      UntagResource: ["SecretId", "TagKeys"],
      DeleteSecret: ["SecretId", "RecoveryWindowInDays", "ForceDeleteWithoutRecovery"],
    },
  },
  aws_secretsmanager_secret_version: {
    service: "secretsmanager",
    calls: {
      PutSecretValue: ["ClientRequestToken", "SecretId", "SecretString", "SecretBinary", "VersionStages"],
      GetSecretValue: ["SecretId", "VersionId"],
      UpdateSecretVersionStage: ["SecretId", "VersionStage", "MoveToVersionId", "RemoveFromVersionId"],
      ListSecretVersionIds: ["SecretId", "IncludeDeprecated"],
    },
  },
  aws_secretsmanager_secret_policy: {
    service: "secretsmanager",
    calls: {
      PutResourcePolicy: ["SecretId", "ResourcePolicy", "BlockPublicPolicy"],
      GetResourcePolicy: secretId,
      DeleteResourcePolicy: secretId,
    },
  },
  "the configuration of the provider": {
    service: "sts",
    calls: {
      GetCallerIdentity: [],
      AssumeRole: [
        ...["RoleArn", "RoleSessionName", "DurationSeconds", "ExternalId", "Policy", "PolicyArns"],
        ...["SourceIdentity", "Tags", "TransitiveTagKeys"],
      ],
      AssumeRoleWithWebIdentity: [
        ...["RoleArn", "RoleSessionName", "WebIdentityToken", "DurationSeconds", "Policy", "PolicyArns"],
      ],
    },
  },
};
