import type { TerraformResource } from "./terraformResource.ts";

const bucket = ["Bucket"];
const owned = ["Bucket", "ExpectedBucketOwner"];
const object = ["Bucket", "Key"];

function configured(member: string): readonly string[] {
  return ["Bucket", "ChecksumAlgorithm", "ExpectedBucketOwner", member];
}

/**
 * What Terraform's provider `aws`, version 5, sends in the life of a bucket and of what belongs to it.
 * Source: the calls of version 5.100.0, as the embedded AWS recorded them; of replication and notifications, the reference of
 * the resources.
 */
export const s3Resources: Readonly<Record<string, TerraformResource>> = {
  aws_s3_bucket: {
    service: "s3",
    calls: {
      CreateBucket: ["Bucket", "ACL", "CreateBucketConfiguration", "ObjectLockEnabledForBucket"],
      HeadBucket: bucket,
      GetBucketAcl: bucket,
      GetBucketPolicy: bucket,
      GetBucketCors: bucket,
      GetBucketWebsite: bucket,
      GetBucketVersioning: bucket,
      GetBucketAccelerateConfiguration: bucket,
      GetBucketRequestPayment: bucket,
      GetBucketLogging: bucket,
      GetBucketLifecycleConfiguration: bucket,
      GetBucketReplication: bucket,
      GetBucketEncryption: bucket,
      GetObjectLockConfiguration: bucket,
      GetBucketTagging: bucket,
      PutBucketTagging: ["Bucket", "Tagging"],
      DeleteBucketTagging: bucket,
      // Deleting with `force_destroy`.
      ListObjectVersions: ["Bucket", "KeyMarker", "VersionIdMarker"],
      DeleteObjects: ["Bucket", "BypassGovernanceRetention", "Delete"],
      DeleteBucket: bucket,
    },
  },
  aws_s3_bucket_acl: { service: "s3", calls: { PutBucketAcl: ["Bucket", "ACL"], GetBucketAcl: owned } },
  aws_s3_bucket_policy: {
    service: "s3",
    calls: { PutBucketPolicy: ["Bucket", "Policy"], GetBucketPolicy: bucket, DeleteBucketPolicy: bucket },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    service: "s3",
    calls: {
      PutBucketEncryption: configured("ServerSideEncryptionConfiguration"),
      GetBucketEncryption: owned,
      DeleteBucketEncryption: owned,
    },
  },
  aws_s3_bucket_versioning: {
    service: "s3",
    calls: { PutBucketVersioning: configured("VersioningConfiguration"), GetBucketVersioning: owned },
  },
  aws_s3_bucket_public_access_block: {
    service: "s3",
    calls: {
      PutPublicAccessBlock: configured("PublicAccessBlockConfiguration"),
      GetPublicAccessBlock: bucket,
      DeletePublicAccessBlock: bucket,
    },
  },
  aws_s3_bucket_ownership_controls: {
    service: "s3",
    calls: {
      PutBucketOwnershipControls: configured("OwnershipControls"),
      GetBucketOwnershipControls: bucket,
      DeleteBucketOwnershipControls: bucket,
    },
  },
  aws_s3_bucket_lifecycle_configuration: {
    service: "s3",
    calls: {
      PutBucketLifecycleConfiguration: [...configured("LifecycleConfiguration"), "TransitionDefaultMinimumObjectSize"],
      GetBucketLifecycleConfiguration: owned,
      DeleteBucketLifecycle: owned,
    },
  },
  aws_s3_bucket_cors_configuration: {
    service: "s3",
    calls: { PutBucketCors: configured("CORSConfiguration"), GetBucketCors: owned, DeleteBucketCors: owned },
  },
  aws_s3_bucket_website_configuration: {
    service: "s3",
    calls: {
      PutBucketWebsite: configured("WebsiteConfiguration"),
      GetBucketWebsite: owned,
      GetBucketLocation: bucket,
      DeleteBucketWebsite: owned,
    },
  },
  aws_s3_bucket_logging: {
    service: "s3",
    calls: { PutBucketLogging: configured("BucketLoggingStatus"), GetBucketLogging: owned },
  },
  aws_s3_bucket_accelerate_configuration: {
    service: "s3",
    calls: {
      PutBucketAccelerateConfiguration: configured("AccelerateConfiguration"),
      GetBucketAccelerateConfiguration: owned,
    },
  },
  aws_s3_bucket_request_payment_configuration: {
    service: "s3",
    calls: {
      PutBucketRequestPayment: configured("RequestPaymentConfiguration"),
      GetBucketRequestPayment: owned,
    },
  },
  aws_s3_bucket_object_lock_configuration: {
    service: "s3",
    calls: {
      PutObjectLockConfiguration: configured("ObjectLockConfiguration"),
      GetObjectLockConfiguration: owned,
    },
  },
  aws_s3_bucket_replication_configuration: {
    service: "s3",
    calls: {
      PutBucketReplication: configured("ReplicationConfiguration"),
      GetBucketReplication: bucket,
      DeleteBucketReplication: bucket,
    },
  },
  aws_s3_bucket_notification: {
    service: "s3",
    calls: {
      PutBucketNotificationConfiguration: ["Bucket", "NotificationConfiguration", "ExpectedBucketOwner"],
      GetBucketNotificationConfiguration: owned,
    },
  },
  aws_s3_object: {
    service: "s3",
    calls: {
      PutObject: [
        ...["Bucket", "Key", "Body", "ACL", "ContentType", "ContentEncoding", "ContentDisposition", "ContentLanguage"],
        ...["CacheControl", "Metadata", "ServerSideEncryption", "SSEKMSKeyId", "BucketKeyEnabled", "Tagging"],
        "ChecksumAlgorithm",
      ],
      HeadObject: ["Bucket", "Key", "ChecksumMode"],
      GetObjectTagging: object,
      PutObjectTagging: ["Bucket", "Key", "Tagging"],
      DeleteObjectTagging: object,
      ListObjectVersions: ["Bucket", "Prefix", "KeyMarker", "VersionIdMarker"],
      DeleteObject: ["Bucket", "Key", "VersionId"],
    },
  },
};
