/** A part of AWS with accounts, regions and names of its own. */
export interface Partition {
  readonly partition: string;
  readonly dnsSuffix: string;
  readonly reverseDnsPrefix: string;
}

const COMMERCIAL: Partition = { partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" };

/** The other partitions, by the beginning of their regions' names (partitions.json of the AWS SDKs). */
const OTHERS: readonly (readonly [string, Partition])[] = [
  ["cn-", { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn", reverseDnsPrefix: "cn.com.amazonaws" }],
  ["us-gov-", { ...COMMERCIAL, partition: "aws-us-gov" }],
  ["us-iso-", { partition: "aws-iso", dnsSuffix: "c2s.ic.gov", reverseDnsPrefix: "gov.ic.c2s" }],
  ["us-isob-", { partition: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov", reverseDnsPrefix: "gov.sgov.sc2s" }],
  ["eusc-", { partition: "aws-eusc", dnsSuffix: "amazonaws.eu", reverseDnsPrefix: "eu.amazonaws" }],
];

/** The partition that a region belongs to. */
export function partitionOf(region: string): Partition {
  return OTHERS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? COMMERCIAL;
}
