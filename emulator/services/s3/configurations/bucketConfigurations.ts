import type {
  GetBucketAccelerateConfigurationCommandOutput,
  GetBucketCorsCommandOutput,
  GetBucketLifecycleConfigurationCommandOutput,
  GetBucketLoggingCommandOutput,
  GetBucketNotificationConfigurationCommandOutput,
  GetBucketOwnershipControlsCommandOutput,
  GetBucketReplicationCommandOutput,
  GetBucketRequestPaymentCommandOutput,
  GetBucketTaggingCommandOutput,
  GetBucketWebsiteCommandOutput,
  GetObjectLockConfigurationCommandOutput,
  GetPublicAccessBlockCommandOutput,
} from "@aws-sdk/client-s3";
import type { Output } from "../../../operation.ts";

/** The configurations that a bucket keeps, each as the operation that reads it answers. */
export interface BucketConfigurations {
  accelerate: Output<GetBucketAccelerateConfigurationCommandOutput>;
  cors: Output<GetBucketCorsCommandOutput>;
  lifecycle: Output<GetBucketLifecycleConfigurationCommandOutput>;
  logging: Output<GetBucketLoggingCommandOutput>;
  notification: Output<GetBucketNotificationConfigurationCommandOutput>;
  objectLock: Output<GetObjectLockConfigurationCommandOutput>;
  ownershipControls: Output<GetBucketOwnershipControlsCommandOutput>;
  publicAccessBlock: Output<GetPublicAccessBlockCommandOutput>;
  replication: Output<GetBucketReplicationCommandOutput>;
  requestPayment: Output<GetBucketRequestPaymentCommandOutput>;
  tagging: Output<GetBucketTaggingCommandOutput>;
  website: Output<GetBucketWebsiteCommandOutput>;
}
