// Registers its resource types with Pulumi: the trail that awsx hands over would be a plain id without it.
import "@pulumi/aws/cloudtrail/index.js";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import { UserPolicy } from "@pulumi/aws/iam/userPolicy.js";
import { Trail } from "@pulumi/awsx/cloudtrail/trail.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import { trailReaderPolicy } from "./policies/trailReaderPolicy.ts";
import { trailName } from "./rules/resourceName.ts";
import type { Tags } from "./tags.ts";
import type { UnprivilegedUser } from "./unprivilegedUser.ts";

/** Arguments of an `AuditTrail`. */
export interface AuditTrailArgs {
  readonly trailName: string;
  /** Who may look into the event history and read the trail's files. Default: nobody. */
  readonly readers?: readonly UnprivilegedUser[];
  readonly tags?: Tags;
}

/** What an `AuditTrail` hands over. */
export interface AuditTrailOutputs {
  readonly trailName: string;
  readonly arn: string;
  /** The bucket that the trail delivers to: `<trail>-<account>`. */
  readonly bucketName: string;
}

/**
 * A trail of the management events of one region, every use of a key among them: CloudTrail delivers them as files to a
 * bucket of their own, about every five minutes. Source: CloudTrail User Guide, "How CloudTrail works".
 *
 * AWS bills management events of an account's second trail and further ones, not those of its first. Destroying the component
 * deletes the files as well.
 */
export class AuditTrail extends Component<AuditTrailOutputs> {
  readonly outputs: pulumi.Output<AuditTrailOutputs>;
  readonly trailName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly bucketName: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: AuditTrailArgs, options?: pulumi.ComponentResourceOptions) {
    checkArgument(`AuditTrail "${name}"`, "trailName", args.trailName, trailName);
    super("keylab:infra:AuditTrail", name, {}, options);

    const parent = { parent: this };
    // All accounts share the names of buckets.
    const bucket = pulumi.interpolate`${args.trailName}-${getCallerIdentityOutput({}, parent).accountId}`;
    const { tags } = args;
    const { trail } = new Trail(name, { name: args.trailName, s3Bucket: { args: { bucket, tags } }, tags }, parent);

    this.trailName = trail.name;
    this.arn = trail.arn;
    this.bucketName = trail.s3BucketName;
    const readerPolicy = pulumi.all([this.arn, this.bucketName]).apply(([arn, bucketName]) => {
      const partition = arn.split(":")[1] ?? "";
      return JSON.stringify(trailReaderPolicy(`arn:${partition}:s3:::${bucketName}`));
    });
    for (const [index, reader] of (args.readers ?? []).entries()) {
      const policy = { name: "trail-reader", user: reader.userName, policy: readerPolicy };
      new UserPolicy(`${name}-reader-${index}`, policy, parent);
    }
    const outputs = { trailName: this.trailName, arn: this.arn, bucketName: this.bucketName };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}
