import type { ReplicaRegionType } from "@aws-sdk/client-secrets-manager";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../awsError.ts";

/** The condition key of a request that asks for replicas. */
export function replicaConditions(regions: readonly ReplicaRegionType[] | undefined): ConditionValues {
  return { "secretsmanager:AddReplicaRegions": regions?.flatMap(({ Region }) => Region ?? []) };
}

/**
 * Throws InvalidParameterException for a region that is missing, named twice, or the secret's own.
 * The messages are not recorded anywhere.
 */
export function checkReplicaRegions(regions: readonly ReplicaRegionType[], primaryRegion: string): void {
  const seen = new Set<string>();
  for (const { Region: region } of regions) {
    if (region === undefined) throw invalid("Each of AddReplicaRegions needs a Region.");
    if (region === primaryRegion) {
      throw invalid(`Invalid replica region: ${region} is the region of the primary secret. Name another.`);
    }
    if (seen.has(region)) throw invalid(`Invalid replica region: ${region} is named twice.`);
    seen.add(region);
  }
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
