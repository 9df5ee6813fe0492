import type {
  GetBucketAccelerateConfigurationCommandOutput,
  GetBucketCorsCommandOutput,
  GetBucketLifecycleConfigurationCommandOutput,
  GetBucketLoggingCommandOutput,
  GetBucketNotificationConfigurationCommandOutput,
  GetBucketReplicationCommandOutput,
  GetBucketRequestPaymentCommandOutput,
  GetBucketWebsiteCommandOutput,
  GetObjectLockConfigurationCommandOutput,
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
  replication: Output<GetBucketReplicationCommandOutput>;
  requestPayment: Output<GetBucketRequestPaymentCommandOutput>;
  website: Output<GetBucketWebsiteCommandOutput>;
}
