import * as z from "zod";
import type { Failure } from "../errors.ts";
import { UNKNOWN, isProperties } from "../values.ts";
import type { Properties, Value } from "../values.ts";
import type { AddChild, Component, MadeChild } from "./component.ts";
import { derived } from "./derived.ts";
import { bucketPolicy, logsPolicy, logsTrustPolicy } from "./trailPolicies.ts";

/** What goes on to a child, which checks it. */
const passedOn = z.unknown().optional();
const args = z.record(z.string(), z.unknown()).optional();
const bucketInput = z
  .strictObject({ args, existing: z.strictObject({ arn: passedOn, name: passedOn }).optional() })
  .optional();

/**
 * `awsx.cloudtrail.Trail`: a trail with its bucket and, where it is wanted, its log group. What the official component writes
 * into the log group's role is a resource of its own here. Source: `cloudtrail/trail.d.ts` of `@pulumi/awsx`; pulumi-awsx
 * pull request 1763 for the role.
 */
export const trail: Component = {
  token: "awsx:cloudtrail:Trail",
  inputs: {
    advancedEventSelectors: passedOn,
    cloudWatchLogsGroup: z.strictObject({ args, enable: z.boolean().optional() }).optional(),
    enableLogFileValidation: passedOn,
    enableLogging: passedOn,
    eventSelectors: passedOn,
    includeGlobalServiceEvents: passedOn,
    isMultiRegionTrail: passedOn,
    kmsKeyId: passedOn,
    name: passedOn,
    region: passedOn,
    s3Bucket: bucketInput,
    s3KeyPrefix: passedOn,
    tags: passedOn,
  },
  // The official component makes no role for an existing log group, and CloudTrail refuses a log group without one.
  unsupported: ["cloudWatchLogsGroup.existing", "insightSelectors", "isOrganizationTrail", "snsTopicName"],
  check: checkBucket,

  async construct(name, { cloudWatchLogsGroup, s3Bucket, ...settings }, add) {
    const { bucket, bucketName, bucketArn } = await bucketOf(name, propertiesOf(s3Bucket), add);
    const policy = await add({
      token: "aws:s3/bucketPolicy:BucketPolicy",
      name,
      inputs: { bucket: bucketName, policy: derived(bucketArn, bucketPolicy) },
      dependsOn: bucket && [bucket],
    });
    const logs = await logsOf(name, propertiesOf(cloudWatchLogsGroup), add);
    const made = await add({
      token: "aws:cloudtrail/trail:Trail",
      name,
      inputs: { ...settings, s3BucketName: bucketName, ...logs?.settings },
      dependsOn: [policy, ...(logs?.children ?? [])],
    });
    return { trail: made, ...(bucket && { bucket }), ...(logs && { logGroup: logs.logGroup }) };
  },
};

/** Whether the bucket is said in one way only. */
function checkBucket({ s3Bucket }: Readonly<Record<string, unknown>>): readonly Failure[] {
  const { args: wanted, existing } = bucketInput.parse(s3Bucket) ?? {};
  if (existing === undefined) return [];
  if (wanted !== undefined) {
    return [{ property: "s3Bucket", reason: "s3Bucket.args and s3Bucket.existing exclude each other" }];
  }
  return (existing.arn === undefined) === (existing.name === undefined)
    ? [{ property: "s3Bucket.existing", reason: "s3Bucket.existing takes one of arn and name" }]
    : [];
}

interface TrailBucket {
  /** Nothing where it is an existing one. */
  readonly bucket?: MadeChild;
  readonly bucketName: Value;
  readonly bucketArn: Value | undefined;
}

async function bucketOf(name: string, { args: wanted, existing }: Properties, add: AddChild): Promise<TrailBucket> {
  if (existing !== undefined) {
    const { arn, name: existingName } = propertiesOf(existing);
    return existingName === undefined
      ? { bucketName: derived(arn, (text) => text.slice(text.lastIndexOf(":") + 1)), bucketArn: arn }
      : { bucketName: existingName, bucketArn: derived(existingName, (text) => `arn:aws:s3:::${text}`) };
  }
  const inputs = { forceDestroy: true, ...propertiesOf(wanted) };
  const bucket = await add({ token: "aws:s3/bucket:Bucket", name, inputs });
  return { bucket, bucketName: bucket.outputs.bucket ?? UNKNOWN, bucketArn: bucket.outputs.arn };
}

/** The log group that was wanted, if one was, with the role in which CloudTrail writes to it. */
async function logsOf(name: string, { args: wanted, enable }: Properties, add: AddChild) {
  if (enable !== true) return undefined;
  const logGroup = await add({ token: "aws:cloudwatch/logGroup:LogGroup", name, inputs: propertiesOf(wanted) });
  const role = await add({ token: "aws:iam/role:Role", name, inputs: { assumeRolePolicy: logsTrustPolicy } });
  const policy = await add({
    token: "aws:iam/rolePolicy:RolePolicy",
    name,
    inputs: { role: role.outputs.name ?? UNKNOWN, policy: derived(logGroup.outputs.arn, logsPolicy) },
    dependsOn: [logGroup, role],
  });
  const settings: Properties = {
    cloudWatchLogsGroupArn: derived(logGroup.outputs.arn, (arn) => `${arn}:*`),
    cloudWatchLogsRoleArn: role.outputs.arn ?? UNKNOWN,
  };
  return { logGroup, children: [logGroup, role, policy], settings };
}

/** An input that is a group of others, which a program gives as a plain object. */
function propertiesOf(value: Value | undefined): Properties {
  return isProperties(value) ? value : {};
}
