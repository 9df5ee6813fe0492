import { expect } from "chai";

import { Bucket, type BucketArgs } from "../../infra/bucket.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { KeySpec } from "../../infra/rules/keyKind.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const keyArn = `arn:aws:kms:us-east-1:${account}:key/key-id`;
const encryption =
  "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration bucket-encryption";
const makeKey = (keySpec?: KeySpec) =>
  new EncryptionKey("key", { alias: "my-app-key", administrators: [admin], keySpec });

const deployBucket = (args: Partial<BucketArgs> = {}) =>
  deploy(() => new Bucket("bucket", { bucketName: "my-app-bucket", ...args }));
const deployUnderKey = (args: Partial<BucketArgs> = {}) =>
  deploy(() => new Bucket("bucket", { bucketName: "my-app-bucket", key: makeKey(), ...args }));

describe("Bucket", () => {
  it("creates a bucket that goes with its objects, and nothing else", async () => {
    const { resources, components, result } = await deployBucket({ tags: { Project: "AWS-Learning" } });
    expect(resources).to.deep.equal({
      "s3/bucket:Bucket bucket": {
        bucket: "my-app-bucket",
        forceDestroy: true,
        tags: { Project: "AWS-Learning" },
      },
    });
    expect(components).to.deep.equal(["keylab:infra:Bucket bucket"]);
    expect(await valueOf(result.outputs)).to.deep.equal({
      bucketName: "my-app-bucket",
      arn: "arn:aws:s3:::my-app-bucket",
      keyArn: undefined,
    });
  });

  const settings: readonly {
    readonly what: string;
    readonly args: Partial<BucketArgs>;
    readonly names: string;
    readonly bucketKeyEnabled: boolean;
  }[] = [
    { what: "by the key's ARN", args: {}, names: keyArn, bucketKeyEnabled: false },
    { what: "by its alias", args: { namesKeyBy: "alias" }, names: "alias/my-app-key", bucketKeyEnabled: false },
    { what: "with a bucket key", args: { bucketKeyEnabled: true }, names: keyArn, bucketKeyEnabled: true },
  ];
  for (const { what, args, names, bucketKeyEnabled } of settings) {
    it(`encrypts under a key, ${what}`, async () => {
      const { resources, result } = await deployUnderKey(args);
      expect(resources[encryption]).to.deep.equal({
        bucket: "my-app-bucket",
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: names },
            bucketKeyEnabled,
          },
        ],
      });
      expect((await valueOf(result.outputs)).keyArn).to.equal(keyArn);
    });
  }

  it("denies everybody what its policy denies, on its objects", async () => {
    const Condition = { StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } };
    const { resources } = await deployBucket({
      denials: [{ Sid: "UnderKmsAlone", Action: "s3:PutObject", Condition }],
    });
    expect(resources["s3/bucketPolicy:BucketPolicy bucket-policy"]).to.deep.equal({
      bucket: "my-app-bucket",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "UnderKmsAlone",
            Effect: "Deny",
            Principal: { AWS: "*" },
            Action: "s3:PutObject",
            Resource: "arn:aws:s3:::my-app-bucket/*",
            Condition,
          },
        ],
      }),
    });
  });
});

describe("Bucket, given a wrong argument", () => {
  it("refuses a name that S3 does not take", async () => {
    expect(await refusalOf(() => new Bucket("bucket", { bucketName: "My bucket" }))).to.equal(
      'Bucket "bucket": bucketName is "My bucket"; allowed is a name of 3 to 63 small letters, digits and "-", which begins and ends with a letter or digit.',
    );
  });

  it("refuses a key that S3 cannot use", async () => {
    const { result: key } = await deploy(() => makeKey("HMAC_256"));
    expect(await refusalOf(() => new Bucket("bucket", { bucketName: "my-app-bucket", key }))).to.equal(
      'Bucket "bucket": key is "HMAC_256"; allowed is a symmetric encryption key (SYMMETRIC_DEFAULT).',
    );
  });
});
