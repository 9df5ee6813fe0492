import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, type Emulator } from "../../../support/emulator.ts";
import {
  Bucket,
  corsRule,
  lifecycleRule,
  lockEnabled,
  logging,
  replication,
  startWithBuckets,
  website,
} from "./configuredBuckets.ts";

interface Row {
  readonly what: string;
  readonly bucket: string;
  readonly get: (s3: S3.S3Client, bucket: string) => Promise<object>;
  readonly put: (s3: S3.S3Client, bucket: string) => Promise<object>;
  /** What is read where nothing was put: the code of an error, or an answer. */
  readonly before: string | object;
  readonly after: object;
  readonly remove?: (s3: S3.S3Client, bucket: string) => Promise<object>;
}

const rows: readonly Row[] = [
  {
    what: "lifecycle rules",
    bucket: Bucket,
    get: (s3, Bucket) => s3.send(new S3.GetBucketLifecycleConfigurationCommand({ Bucket })),
    put: (s3, Bucket) =>
      s3.send(
        new S3.PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [lifecycleRule] } }),
      ),
    before: "NoSuchLifecycleConfiguration",
    after: { Rules: [lifecycleRule], TransitionDefaultMinimumObjectSize: "all_storage_classes_128K" },
    remove: (s3, Bucket) => s3.send(new S3.DeleteBucketLifecycleCommand({ Bucket })),
  },
  {
    what: "CORS rules",
    bucket: Bucket,
    get: (s3, Bucket) => s3.send(new S3.GetBucketCorsCommand({ Bucket })),
    put: (s3, Bucket) => s3.send(new S3.PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [corsRule] } })),
    before: "NoSuchCORSConfiguration",
    after: { CORSRules: [corsRule] },
    remove: (s3, Bucket) => s3.send(new S3.DeleteBucketCorsCommand({ Bucket })),
  },
  {
    what: "a web site",
    bucket: Bucket,
    get: (s3, Bucket) => s3.send(new S3.GetBucketWebsiteCommand({ Bucket })),
    put: (s3, Bucket) => s3.send(new S3.PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration: website })),
    before: "NoSuchWebsiteConfiguration",
    after: website,
    remove: (s3, Bucket) => s3.send(new S3.DeleteBucketWebsiteCommand({ Bucket })),
  },
  {
    what: "replication that is switched off",
    bucket: "versioned",
    get: (s3, Bucket) => s3.send(new S3.GetBucketReplicationCommand({ Bucket })),
    put: (s3, Bucket) => s3.send(new S3.PutBucketReplicationCommand({ Bucket, ReplicationConfiguration: replication })),
    before: "ReplicationConfigurationNotFoundError",
    after: { ReplicationConfiguration: replication },
    remove: (s3, Bucket) => s3.send(new S3.DeleteBucketReplicationCommand({ Bucket })),
  },
  {
    what: "Object Lock",
    bucket: "versioned",
    get: (s3, Bucket) => s3.send(new S3.GetObjectLockConfigurationCommand({ Bucket })),
    put: (s3, Bucket) =>
      s3.send(new S3.PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration: lockEnabled })),
    before: "ObjectLockConfigurationNotFoundError",
    after: { ObjectLockConfiguration: lockEnabled },
  },
  {
    what: "an access log",
    bucket: Bucket,
    get: (s3, Bucket) => s3.send(new S3.GetBucketLoggingCommand({ Bucket })),
    put: (s3, Bucket) => s3.send(new S3.PutBucketLoggingCommand({ Bucket, BucketLoggingStatus: logging })),
    before: {},
    after: logging,
    remove: (s3, Bucket) => s3.send(new S3.PutBucketLoggingCommand({ Bucket, BucketLoggingStatus: {} })),
  },
  {
    what: "an accelerated endpoint",
    bucket: Bucket,
    get: (s3, Bucket) => s3.send(new S3.GetBucketAccelerateConfigurationCommand({ Bucket })),
    put: (s3, Bucket) =>
      s3.send(
        new S3.PutBucketAccelerateConfigurationCommand({ Bucket, AccelerateConfiguration: { Status: "Suspended" } }),
      ),
    before: {},
    after: { Status: "Suspended" },
  },
  {
    what: "notifications of nobody",
    bucket: Bucket,
    get: (s3, Bucket) => s3.send(new S3.GetBucketNotificationConfigurationCommand({ Bucket })),
    put: (s3, Bucket) =>
      s3.send(new S3.PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: {} })),
    before: {},
    after: {},
  },
  {
    what: "requests that the owner pays",
    bucket: Bucket,
    get: (s3, Bucket) => s3.send(new S3.GetBucketRequestPaymentCommand({ Bucket })),
    put: (s3, Bucket) =>
      s3.send(new S3.PutBucketRequestPaymentCommand({ Bucket, RequestPaymentConfiguration: { Payer: "BucketOwner" } })),
    before: { Payer: "BucketOwner" },
    after: { Payer: "BucketOwner" },
  },
];

describe("A bucket", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  beforeEach(async () => ({ emulator, s3 } = await startWithBuckets()));
  afterEach(() => emulator.stop());

  for (const { what, bucket, get, put, before, after, remove } of rows) {
    const expectBefore = async () => {
      if (typeof before === "string") {
        expect(await refusalOf(get(s3, bucket))).to.deep.include({ code: before, status: 404 });
      } else {
        expect(membersOf(await get(s3, bucket))).to.deep.equal(before);
      }
    };

    it(`keeps ${what}${remove ? " until told otherwise" : ""}`, async () => {
      await expectBefore();
      await put(s3, bucket);
      expect(membersOf(await get(s3, bucket))).to.deep.equal(after);
      if (!remove) return;
      await remove(s3, bucket);
      await expectBefore();
    });
  }

  it("gives lifecycle rules without an id one that stays", async () => {
    const nameless = { ...lifecycleRule, ID: undefined };
    const LifecycleConfiguration = { Rules: [nameless, nameless] };
    await s3.send(new S3.PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
    const idsOf = async () =>
      (await s3.send(new S3.GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules?.map(({ ID }) => ID);
    const ids = await idsOf();
    expect(new Set(ids).size).to.equal(2);
    expect(await idsOf()).to.deep.equal(ids);
  });

  it("keeps versions once they can be locked", async () => {
    const Locked = "versioned";
    await s3.send(new S3.PutObjectLockConfigurationCommand({ Bucket: Locked, ObjectLockConfiguration: lockEnabled }));
    const suspend = { Bucket: Locked, VersioningConfiguration: { Status: "Suspended" } } as const;
    expect(await refusalOf(s3.send(new S3.PutBucketVersioningCommand(suspend)))).to.deep.include({
      code: "InvalidBucketState",
      status: 409,
    });
  });

  it("needs iam:PassRole for replication beside its own permission", async () => {
    const own = { Effect: "Allow", Action: "s3:PutReplicationConfiguration", Resource: "*" } as const;
    const { credentials } = await createUser(emulator, "Alice", [own]);
    const alice = clientsFor(emulator, credentials).s3;
    const put = new S3.PutBucketReplicationCommand({ Bucket: "versioned", ReplicationConfiguration: replication });
    const refusal = await refusalOf(alice.send(put));
    expect(refusal.message).to.include("is not authorized to perform: iam:PassRole");
  });
});

function membersOf(answer: object): object {
  const members = Object.entries(answer).filter(([name, value]) => name !== "$metadata" && value !== undefined);
  return Object.fromEntries(members);
}
