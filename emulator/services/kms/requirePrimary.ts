import { AwsError } from "../../awsError.ts";
import type { KmsKey } from "./kmsKey.ts";
import type { MultiRegionSet } from "./multiRegionSet.ts";

/** The set that a primary key leads. Throws UnsupportedOperationException for any other key, in recorded words. */
export function requirePrimary(key: KmsKey): MultiRegionSet {
  if (key.related && key.multiRegionType === "PRIMARY") return key.related;
  throw new AwsError("UnsupportedOperationException", `${key.arn} is not a multi-region primary key.`);
}

/** What the primary key decides for all related keys cannot be set at a replica. Throws as {@link requirePrimary}. */
export function refuseReplica(key: KmsKey): void {
  if (key.multiRegionType === "REPLICA") requirePrimary(key);
}
