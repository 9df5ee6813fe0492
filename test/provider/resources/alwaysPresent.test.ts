import { expect } from "chai";
import { resources } from "../../../provider/resources/index.ts";
import type { Kept } from "../engine.ts";
import { onEmbeddedAws } from "../running.ts";
import { missingOutputs } from "./declaredOutputs.ts";
import { smallestResources } from "./smallestResources.ts";

const noPgpKey = "there is no PGP key: the input pgpKey is refused";
const noKey = "it is not encrypted under a KMS key";
const noChecksum = "no checksum is asked for: the input checksumAlgorithm is refused";
const noWebsite = "a bucket is no website";
const ofItsOwn = "a setting with a resource type of its own, which the bucket does not repeat";

/** Outputs that are declared as always present and are not, each with the reason, by resource type. */
const absent: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "aws:kms/key:Key": { rotationPeriodInDays: "a key that does not rotate has no period" },
  "aws:kms/grant:Grant": { name: "a grant that the program does not name has none" },
  "aws:iam/accessKey:AccessKey": {
    encryptedSecret: noPgpKey,
    encryptedSesSmtpPasswordV4: noPgpKey,
    keyFingerprint: noPgpKey,
  },
  "aws:iam/userLoginProfile:UserLoginProfile": { encryptedPassword: noPgpKey, keyFingerprint: noPgpKey },
  "aws:s3/bucket:Bucket": {
    accelerationStatus: ofItsOwn,
    acl: ofItsOwn,
    bucketNamespace: "bucket names are global; the input is refused",
    corsRules: ofItsOwn,
    grants: ofItsOwn,
    hostedZoneId: noWebsite,
    lifecycleRules: ofItsOwn,
    logging: ofItsOwn,
    objectLockConfiguration: ofItsOwn,
    policy: ofItsOwn,
    replicationConfiguration: ofItsOwn,
    requestPayer: ofItsOwn,
    serverSideEncryptionConfiguration: ofItsOwn,
    versioning: ofItsOwn,
    website: noWebsite,
    websiteDomain: noWebsite,
    websiteEndpoint: noWebsite,
  },
  "aws:s3/bucketObject:BucketObject": { kmsKeyId: noKey },
  "aws:s3/bucketObjectv2:BucketObjectv2": {
    acl: "ACLs are refused",
    checksumCrc32: noChecksum,
    checksumCrc32c: noChecksum,
    checksumCrc64nvme: noChecksum,
    checksumSha1: noChecksum,
    checksumSha256: noChecksum,
    kmsKeyId: noKey,
  },
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
    "rules[].applyServerSideEncryptionByDefault.kmsMasterKeyId": "a rule that names no key takes that of AWS for S3",
    "rules[].blockedEncryptionTypes": "the input is refused",
    "rules[].bucketKeyEnabled": "a rule that says nothing of bucket keys stays as the program has it",
  },
  "aws:s3/bucketVersioning:BucketVersioning": {
    "versioningConfiguration.mfaDelete": "the input mfaDelete is refused",
  },
  "aws:dynamodb/table:Table": {
    globalTableWitness: "a table has no replicas",
    "pointInTimeRecovery.recoveryPeriodInDays": "a table that cannot be restored has no period",
    warmThroughput: "the input is refused",
  },
  "aws:ebs/volume:Volume": {
    kmsKeyId: noKey,
    snapshotId: "a volume that is made empty comes from no snapshot",
    throughput: "of the types of volumes, gp3 alone has one",
  },
  "aws:ebs/snapshot:Snapshot": {
    dataEncryptionKeyId: noKey,
    kmsKeyId: noKey,
    ownerAlias: "snapshots of customers have none",
  },
  "aws:lambda/function:Function": {
    loggingConfig: "the input is refused",
    responseStreamingInvokeArn: "answers are not streamed",
    sourceCodeHash: "the program gives none",
    tracingConfig: "the input is refused",
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    evaluateLowSampleCountPercentiles: "the input is refused; it is for alarms on percentiles",
  },
};

describe("the outputs that @pulumi/aws declares as always present", () => {
  const running = onEmbeddedAws();
  const states = new Map<string, Kept>();

  it("are looked for in every resource type of the provider", () => {
    const tokens = resources.map(({ token }) => token).sort();
    expect(Object.keys(smallestResources).sort()).to.deep.equal(tokens);
    expect(tokens).to.include.members(Object.keys(absent));
  });

  for (const [token, inputs] of Object.entries(smallestResources)) {
    it(`are there once ${token} is made, but for those that have a reason`, async () => {
      const made = (needed: string) => {
        const kept = states.get(needed);
        if (kept === undefined) throw new Error(`${needed} must be made before ${token}`);
        return kept;
      };
      const kept = await running().engine.create(token, inputs(made));
      states.set(token, kept);
      expect(missingOutputs(token, kept.state)).to.deep.equal(Object.keys(absent[token] ?? {}).sort());
    });
  }
});
