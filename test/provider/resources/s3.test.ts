import { expect } from "chai";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const BUCKET = "aws:s3/bucket:Bucket";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";

const policy = (action: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: action,
        Resource: "arn:aws:s3:::world/*",
      },
    ],
  });

describe("buckets, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: BUCKET,
    inputs: () => ({ bucket: "first", tags: { a: "1", b: "2" } }),
    id: () => "first",
    state: () => ({
      arn: "arn:aws:s3:::first",
      bucket: "first",
      bucketDomainName: "first.s3.amazonaws.com",
      bucketPrefix: "",
      bucketRegion: REGION,
      bucketRegionalDomainName: `first.s3.${REGION}.amazonaws.com`,
      forceDestroy: false,
      objectLockEnabled: false,
      region: REGION,
      tags: { a: "1", b: "2" },
      tagsAll: { a: "1", b: "2" },
    }),
    update: { inputs: { tags: { a: "3" } }, state: { tagsAll: { a: "3" } } },
    replacement: {
      inputs: { bucket: "second", objectLockEnabled: true },
      replaces: ["bucket", "objectLockEnabled"],
      oldGoesFirst: false,
    },
  });

  it("a bucket is named after its logical name in small letters", async () => {
    const { engine } = running();
    const { inputs } = await engine.check(BUCKET, {});
    expect(inputs.bucket).to.match(/^thing-[0-9a-f]{7}$/);
    expect(inputs).to.deep.include({ __defaults: ["bucket"] });
  });

  it("a bucket that keeps its name is deleted before the one that replaces it", async () => {
    const { engine } = running();
    const kept = await engine.create(BUCKET, { bucket: "same" });
    const { replaces, deleteBeforeReplace } = await engine.diff(BUCKET, kept, {
      bucket: "same",
      objectLockEnabled: true,
    });
    expect({ replaces, deleteBeforeReplace }).to.deep.equal({
      replaces: ["objectLockEnabled"],
      deleteBeforeReplace: true,
    });
    await engine.delete(BUCKET, kept);
  });

  it("a bucket loses its tags when the program takes them out, and can be locked from the beginning", async () => {
    const { engine } = running();
    const kept = await engine.create(BUCKET, { objectLockEnabled: true, tags: { a: "1" } });
    expect(kept.state).to.deep.include({ objectLockEnabled: true, tags: { a: "1" } });
    const updated = await engine.update(BUCKET, kept, { ...kept.inputs, tags: {} });
    expect(updated.state).to.deep.include({ tagsAll: {} });
    await engine.delete(BUCKET, updated);
  });

  for (const forceDestroy of [true, false]) {
    it(`a bucket ${forceDestroy ? "is" : "is not"} deleted with what is in it if forceDestroy is ${forceDestroy}`, async () => {
      const { engine } = running();
      const kept = await engine.create(BUCKET, { forceDestroy });
      const inBucket = { bucket: kept.id, key: "a", content: "x" };
      await engine.create(VERSIONING, { bucket: kept.id, versioningConfiguration: { status: "Enabled" } });
      await engine.create(OBJECT, inBucket);
      await engine.create(OBJECT, { ...inBucket, content: "y" });
      expect(await refusal(engine.delete(BUCKET, kept))).to.match(forceDestroy ? /^$/ : /BucketNotEmpty/);
    });
  }

  it("a bucket with capital letters is refused", async () => {
    const { failures } = await running().engine.check(BUCKET, { bucket: "Mine" });
    expect(failures).to.deep.equal(["must be 3 to 63 small letters, digits, dots and hyphens"]);
  });

  describe("of a bucket", () => {
    let bucket: Kept;
    before(async () => {
      bucket = await running().engine.create(BUCKET, { bucket: "world" });
    });

    lives(running, {
      type: POLICY,
      inputs: () => ({ bucket: bucket.id, policy: policy("s3:GetObject") }),
      id: () => "world",
      state: () => ({ bucket: "world", policy: policy("s3:GetObject"), region: REGION }),
      update: { inputs: { policy: policy("s3:PutObject") } },
      replacement: { inputs: { bucket: "elsewhere" }, replaces: ["bucket"], oldGoesFirst: false },
    });

    it("a policy is not changed by one that says the same in other words", async () => {
      const { engine } = running();
      const kept = await engine.create(POLICY, { bucket: bucket.id, policy: policy("s3:GetObject") });
      const other = policy("s3:GetObject").replace('"s3:GetObject"', '["s3:GetObject"]');
      expect((await engine.diff(POLICY, kept, { ...kept.inputs, policy: other })).changes).to.deep.equal([]);
      await engine.delete(POLICY, kept);
    });

    lives(running, {
      type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      inputs: () => ({
        bucket: bucket.id,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/first" } }],
      }),
      id: () => "world",
      state: () => ({
        bucket: "world",
        region: REGION,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/first" } }],
      }),
      update: {
        inputs: {
          rules: [
            {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/second" },
              bucketKeyEnabled: true,
            },
          ],
        },
      },
      replacement: { inputs: { bucket: "elsewhere" }, replaces: ["bucket"], oldGoesFirst: false },
      left: {
        bucket: "world",
        region: REGION,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, bucketKeyEnabled: false }],
      },
    });

    lives(running, {
      type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      inputs: () => ({ bucket: bucket.id, blockPublicAcls: true, blockPublicPolicy: true }),
      id: () => "world",
      state: () => ({
        blockPublicAcls: true,
        blockPublicPolicy: true,
        bucket: "world",
        ignorePublicAcls: false,
        region: REGION,
        restrictPublicBuckets: false,
      }),
      update: { inputs: { blockPublicPolicy: false, restrictPublicBuckets: true } },
      replacement: { inputs: { bucket: "elsewhere" }, replaces: ["bucket"], oldGoesFirst: false },
    });

    lives(running, {
      type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      inputs: () => ({ bucket: bucket.id, rule: { objectOwnership: "BucketOwnerPreferred" } }),
      id: () => "world",
      state: () => ({ bucket: "world", region: REGION, rule: { objectOwnership: "BucketOwnerPreferred" } }),
      update: { inputs: { rule: { objectOwnership: "ObjectWriter" } } },
      replacement: { inputs: { bucket: "elsewhere" }, replaces: ["bucket"], oldGoesFirst: false },
    });

    lives(running, {
      type: VERSIONING,
      inputs: () => ({ bucket: bucket.id, versioningConfiguration: { status: "Suspended" } }),
      id: () => "world",
      state: () => ({ bucket: "world", region: REGION, versioningConfiguration: { status: "Suspended" } }),
      update: { inputs: { versioningConfiguration: { status: "Enabled" } } },
      replacement: { inputs: { bucket: "elsewhere" }, replaces: ["bucket"], oldGoesFirst: false },
      left: { bucket: "world", region: REGION, versioningConfiguration: { status: "Suspended" } },
    });

    it("versions cannot be undone", async () => {
      const { engine } = running();
      const other = await engine.create(BUCKET, { bucket: "unversioned" });
      const inputs = (status: string) => ({ bucket: other.id, versioningConfiguration: { status } });
      const kept = await engine.create(VERSIONING, inputs("Disabled"));
      expect(kept.state.versioningConfiguration).to.deep.equal({ status: "Disabled" });
      const enabled = await engine.update(VERSIONING, kept, inputs("Enabled"));
      expect(await refusal(engine.update(VERSIONING, enabled, inputs("Disabled")))).to.include(
        "unversioned has kept versions, which cannot be undone; use the status Suspended",
      );
      await engine.delete(VERSIONING, enabled);
      await engine.delete(BUCKET, other);
    });
  });
});
