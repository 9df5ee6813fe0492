import { Trail } from "@pulumi/aws/cloudtrail/trail.js";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import { getRegionOutput } from "@pulumi/aws/getRegion.js";
import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketPolicy } from "@pulumi/aws/s3/bucketPolicy.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import { trailBucketPolicy } from "./policies/trailBucketPolicy.ts";
import { trailName } from "./rules/resourceName.ts";
import type { Tags } from "./tags.ts";

/** Arguments of a `ManagementTrail`. */
export interface ManagementTrailArgs {
  readonly trailName: string;
  readonly tags?: Tags;
}

/** What a `ManagementTrail` hands over. */
export interface ManagementTrailOutputs {
  readonly trailName: string;
  readonly arn: string;
  /** The bucket that the trail delivers to. */
  readonly bucketName: string;
}

/**
 * A trail of the management events of one region with a bucket of its own. EventBridge hears of calls only where there is such
 * a trail. Source: EventBridge User Guide, "AWS service events delivered via AWS CloudTrail".
 *
 * AWS delivers the first trail's management events free of charge and bills those of further ones. Destroying the component
 * deletes the files with the bucket.
 */
export class ManagementTrail extends Component<ManagementTrailOutputs> {
  readonly outputs: pulumi.Output<ManagementTrailOutputs>;
  readonly trailName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly bucketName: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: ManagementTrailArgs, options?: pulumi.ComponentResourceOptions) {
    checkArgument(`ManagementTrail "${name}"`, "trailName", args.trailName, trailName);
    super("keylab:infra:ManagementTrail", name, {}, options);

    const parent = { parent: this };
    const { tags } = args;
    // Pulumi names the bucket: bucket names are taken worldwide.
    const bucket = new Bucket(`${name}-bucket`, { forceDestroy: true, tags }, parent);
    const policy = bucketPolicy(args.trailName, bucket, this);
    const letsIn = new BucketPolicy(`${name}-bucket-policy`, { bucket: bucket.bucket, policy }, parent);
    const trail = new Trail(
      name,
      { name: args.trailName, s3BucketName: bucket.bucket, tags },
      // CloudTrail takes no bucket that does not let it in.
      { parent: this, dependsOn: [letsIn] },
    );

    this.trailName = trail.name;
    this.arn = trail.arn;
    this.bucketName = bucket.bucket;
    const outputs = { trailName: this.trailName, arn: this.arn, bucketName: this.bucketName };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/** The policy names the trail, which is made after it: the ARN is put together. */
function bucketPolicy(nameOfTrail: string, bucket: Bucket, parent: ManagementTrail): pulumi.Output<string> {
  const known = pulumi.all([getCallerIdentityOutput({}, { parent }), getRegionOutput({}, { parent }), bucket.arn]);
  return known.apply(([{ accountId, arn }, { region }, bucketArn]) => {
    const partition = arn.split(":")[1] ?? "aws";
    const trailArn = `arn:${partition}:cloudtrail:${region}:${accountId}:trail/${nameOfTrail}`;
    return JSON.stringify(trailBucketPolicy({ bucketArn, trailArn, accountId }));
  });
}
