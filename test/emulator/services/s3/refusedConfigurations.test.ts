import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { refusalOf, type Emulator } from "../../../support/emulator.ts";
import { Bucket, lifecycleRule, lockEnabled, replication, startWithBuckets } from "./configuredBuckets.ts";

interface Refused {
  readonly what: string;
  readonly call: (s3: S3.S3Client) => Promise<object>;
  readonly ends: { readonly code: string; readonly message?: string };
}

const notCarried = (what: string) => ({
  code: "NotImplemented",
  message: `The embedded AWS does not carry ${what} yet.`,
});

const refused: readonly Refused[] = [
  {
    what: "replication that is on: nothing would be copied",
    call: (s3) =>
      s3.send(
        new S3.PutBucketReplicationCommand({
          Bucket: "versioned",
          ReplicationConfiguration: {
            ...replication,
            Rules: replication.Rules.map((rule) => ({ ...rule, Status: "Enabled" as const })),
          },
        }),
      ),
    ends: notCarried("replication"),
  },
  {
    what: "replication of a bucket without versions",
    call: (s3) => s3.send(new S3.PutBucketReplicationCommand({ Bucket, ReplicationConfiguration: replication })),
    ends: { code: "InvalidRequest" },
  },
  {
    what: "a notification: nobody would hear",
    call: (s3) =>
      s3.send(
        new S3.PutBucketNotificationConfigurationCommand({
          Bucket,
          NotificationConfiguration: { EventBridgeConfiguration: {} },
        }),
      ),
    ends: notCarried("the member 'EventBridgeConfiguration' of a bucket's notifications"),
  },
  {
    what: "a default retention: nothing would be locked",
    call: (s3) =>
      s3.send(
        new S3.PutObjectLockConfigurationCommand({
          Bucket: "versioned",
          ObjectLockConfiguration: { ...lockEnabled, Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 1 } } },
        }),
      ),
    ends: notCarried("the default retention of a bucket with Object Lock"),
  },
  {
    what: "Object Lock of a bucket without versions",
    call: (s3) => s3.send(new S3.PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration: lockEnabled })),
    ends: { code: "InvalidBucketState" },
  },
  {
    what: "requesters who pay",
    call: (s3) =>
      s3.send(new S3.PutBucketRequestPaymentCommand({ Bucket, RequestPaymentConfiguration: { Payer: "Requester" } })),
    ends: notCarried("buckets whose requesters pay"),
  },
  {
    what: "two lifecycle rules of one id",
    call: (s3) =>
      s3.send(
        new S3.PutBucketLifecycleConfigurationCommand({
          Bucket,
          LifecycleConfiguration: { Rules: [lifecycleRule, lifecycleRule] },
        }),
      ),
    ends: { code: "InvalidArgument" },
  },
  {
    what: "a lifecycle rule that does not say for which objects",
    call: (s3) =>
      s3.send(
        new S3.PutBucketLifecycleConfigurationCommand({
          Bucket,
          LifecycleConfiguration: { Rules: [{ ...lifecycleRule, Filter: undefined }] },
        }),
      ),
    ends: { code: "MalformedXML" },
  },
  {
    what: "an access log into a bucket that is not there",
    call: (s3) =>
      s3.send(
        new S3.PutBucketLoggingCommand({
          Bucket,
          BucketLoggingStatus: { LoggingEnabled: { TargetBucket: "nowhere", TargetPrefix: "" } },
        }),
      ),
    ends: { code: "InvalidTargetBucketForLogging", message: "The target bucket for logging does not exist" },
  },
  {
    what: "a web site without an index",
    call: (s3) => s3.send(new S3.PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration: {} })),
    ends: { code: "InvalidArgument" },
  },
  {
    what: "a request that expects another owner",
    call: (s3) => s3.send(new S3.GetBucketLoggingCommand({ Bucket, ExpectedBucketOwner: "111111111111" })),
    ends: { code: "AccessDenied", message: "Access Denied" },
  },
];

describe("A bucket refuses", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => ({ emulator, s3 } = await startWithBuckets()));
  after(() => emulator.stop());

  for (const { what, call, ends } of refused) {
    it(what, async () => {
      expect(await refusalOf(call(s3))).to.deep.include(ends);
    });
  }
});
