import { putBucketCors } from "../../../../emulator/services/s3/operations/putBucketCors.ts";
import { putBucketLifecycleConfiguration } from "../../../../emulator/services/s3/operations/putBucketLifecycleConfiguration.ts";
import { putBucketReplication } from "../../../../emulator/services/s3/operations/putBucketReplication.ts";
import { putBucketTagging } from "../../../../emulator/services/s3/operations/putBucketTagging.ts";
import { putBucketWebsite } from "../../../../emulator/services/s3/operations/putBucketWebsite.ts";
import { putObjectLockConfiguration } from "../../../../emulator/services/s3/operations/putObjectLockConfiguration.ts";
import { readerArn, tags, type Invoke } from "./serviceSamples.ts";

/** Gives a bucket with versions every configuration that can be read once it is there; and what requests about them say. */
export async function s3Configurations(invoke: Invoke, bucket: string) {
  const CORSConfiguration = { CORSRules: [{ AllowedMethods: ["GET"], AllowedOrigins: ["*"] }] };
  const LifecycleConfiguration = {
    Rules: [{ Status: "Enabled" as const, Filter: { Prefix: "logs/" }, Expiration: { Days: 30 } }],
  };
  const ReplicationConfiguration = {
    Role: readerArn,
    Rules: [{ Status: "Disabled" as const, Prefix: "", Destination: { Bucket: "arn:aws:s3:::mine" } }],
  };
  const WebsiteConfiguration = { IndexDocument: { Suffix: "index.html" } };
  const ObjectLockConfiguration = { ObjectLockEnabled: "Enabled" as const };
  await invoke(putBucketCors, { Bucket: bucket, CORSConfiguration });
  await invoke(putBucketLifecycleConfiguration, { Bucket: bucket, LifecycleConfiguration });
  await invoke(putBucketReplication, { Bucket: bucket, ReplicationConfiguration });
  await invoke(putBucketWebsite, { Bucket: bucket, WebsiteConfiguration });
  await invoke(putBucketTagging, { Bucket: bucket, Tagging: { TagSet: tags } });
  await invoke(putObjectLockConfiguration, { Bucket: bucket, ObjectLockConfiguration });
  const onBucket = { Bucket: bucket };
  return {
    members: {
      AccelerateConfiguration: { Status: "Enabled" },
      BucketLoggingStatus: { LoggingEnabled: { TargetBucket: bucket, TargetPrefix: "" } },
      CORSConfiguration,
      LifecycleConfiguration,
      NotificationConfiguration: {},
      ObjectLockConfiguration,
      ObjectLockEnabledForBucket: true,
      ObjectOwnership: "BucketOwnerPreferred",
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerPreferred" }] },
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
      ReplicationConfiguration,
      RequestPaymentConfiguration: { Payer: "BucketOwner" },
      Tagging: { TagSet: tags },
      WebsiteConfiguration,
    },
    ofOperation: {
      CreateBucket: { Bucket: "another", ACL: "private", CreateBucketConfiguration: { Tags: tags } },
      GetBucketCors: onBucket,
      GetBucketLifecycleConfiguration: onBucket,
      GetBucketPolicyStatus: onBucket,
      GetBucketReplication: onBucket,
      GetBucketTagging: onBucket,
      GetBucketWebsite: onBucket,
      GetObjectLockConfiguration: onBucket,
      PutBucketReplication: onBucket,
      PutObjectLockConfiguration: onBucket,
    },
  };
}
