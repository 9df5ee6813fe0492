/** By partition. */
const globalRegions: Readonly<Record<string, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-north-1",
  "aws-us-gov": "us-gov-west-1",
};

/**
 * The region, if it is known, in whose event history the events of IAM stand, wherever they were asked for: no other tells them. Source: AWS's announcement of 2021 on global
 * service events in CloudTrail; AWS General Reference, "IAM endpoints".
 */
export function globalRegionOf(partition: string): string | undefined {
  return globalRegions[partition];
}
