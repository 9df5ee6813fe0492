import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";

/**
 * The ARN of the trail that a request names by name or ARN. A name is 3 to 128 letters, digits, periods, underscores and
 * dashes, begins and ends with a letter or digit, and has no two signs next to each other.
 * Throws InvalidTrailNameException or CloudTrailARNInvalidException.
 * Source: CloudTrail API Reference, CreateTrail.
 */
export function trailArn({ region, accountId }: Pick<CallContext, "region" | "accountId">, nameOrArn: string): string {
  if (!nameOrArn.startsWith("arn:")) {
    checkTrailName(nameOrArn);
    return `arn:aws:cloudtrail:${region}:${accountId}:trail/${nameOrArn}`;
  }
  if (/^arn:aws:cloudtrail:[a-z0-9-]+:\d{12}:trail\/.+$/.test(nameOrArn)) return nameOrArn;
  throw new AwsError(
    "CloudTrailARNInvalidException",
    `The ARN ${nameOrArn} is none of a trail: arn:aws:cloudtrail:us-east-2:123456789012:trail/MyTrail is one.`,
  );
}

/** Throws InvalidTrailNameException; its words are not recorded anywhere. */
export function checkTrailName(name: string): void {
  if (name.length >= 3 && name.length <= 128 && /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/.test(name)) {
    if (!/^\d+(?:\.\d+){3}$/.test(name)) return;
  }
  throw new AwsError(
    "InvalidTrailNameException",
    `Trail name ${name} is invalid: it has 3 to 128 letters, digits, and single periods, underscores or dashes between them, and is no IP address.`,
  );
}
