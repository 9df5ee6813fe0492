import { Bucket as S3Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketPolicy } from "@pulumi/aws/s3/bucketPolicy.js";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import type { EncryptionKey } from "./encryptionKey.ts";
import { denyingBucketPolicy, type BucketDenial } from "./policies/denyingBucketPolicy.ts";
import { bucketName } from "./rules/bucketName.ts";
import { serviceKeySpec } from "./rules/keyKind.ts";
import type { Tags } from "./tags.ts";

/** Arguments of a `Bucket`. */
export interface BucketArgs {
  readonly bucketName: string;
  /** The key of the bucket's default encryption: a symmetric encryption key. Default: S3's own, for nothing and without control. */
  readonly key?: EncryptionKey;
  /**
   * How the default encryption names the key. An alias is looked up at every upload, in the account of whoever uploads.
   * Default: by its ARN, which means one key for everybody.
   */
  readonly namesKeyBy?: "arn" | "alias";
  /** Whether S3 keeps a key of the bucket's own under the key, and so asks KMS far less often. Default: false. */
  readonly bucketKeyEnabled?: boolean;
  /** What the bucket policy denies everybody. Default: there is no bucket policy. */
  readonly denials?: readonly pulumi.Input<BucketDenial>[];
  readonly tags?: Tags;
}

/** What a `Bucket` hands over. */
export interface BucketOutputs {
  readonly bucketName: string;
  readonly arn: string;
  /** The customer managed key, if there is one. */
  readonly keyArn?: string;
}

/**
 * An S3 bucket with its default encryption. Its policy can deny and give nothing: the bucket is as private as S3 makes it, with
 * public access blocked and without access control lists.
 *
 * Destroying it deletes the objects in it as well.
 */
export class Bucket extends Component<BucketOutputs> {
  readonly outputs: pulumi.Output<BucketOutputs>;
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: BucketArgs, options?: pulumi.ComponentResourceOptions) {
    checkBucket(`Bucket "${name}"`, args);
    super("keylab:infra:Bucket", name, {}, options);

    const parent = { parent: this };
    const bucket = new S3Bucket(name, { bucket: args.bucketName, forceDestroy: true, tags: args.tags }, parent);
    if (args.key !== undefined) {
      const rules = [encryptionRule(args, args.key)];
      new BucketServerSideEncryptionConfiguration(`${name}-encryption`, { bucket: bucket.bucket, rules }, parent);
    }
    if (args.denials !== undefined) {
      const policy = pulumi
        .all([bucket.arn, pulumi.all([...args.denials])])
        .apply(([arn, denials]) => JSON.stringify(denyingBucketPolicy(arn, denials)));
      new BucketPolicy(`${name}-policy`, { bucket: bucket.bucket, policy }, parent);
    }

    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    const outputs = { bucketName: this.bucketName, arn: this.arn, keyArn: args.key?.arn };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/**
 * Refuses wrong arguments of a `Bucket`.
 *
 * @throws pulumi.RunError
 */
export function checkBucket(
  owner: string,
  args: { readonly bucketName: string; readonly key?: Pick<EncryptionKey, "keySpec"> },
): void {
  checkArgument(owner, "bucketName", args.bucketName, bucketName);
  checkArgument(owner, "key", args.key?.keySpec, serviceKeySpec);
}

function encryptionRule({ namesKeyBy = "arn", bucketKeyEnabled = false }: BucketArgs, key: EncryptionKey) {
  return {
    applyServerSideEncryptionByDefault: {
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: namesKeyBy === "alias" ? key.aliasName : key.arn,
    },
    bucketKeyEnabled,
  };
}
