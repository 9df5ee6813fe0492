import type { ProvisionedThroughput } from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../awsError.ts";
import { tableMaximumUnits } from "./capacityLimits.ts";
import type { TableDefinition } from "./storage/itemStorage.ts";

/**
 * Throws LimitExceededException for more throughput than a table may have, or one of its indexes.
 * Source of the messages: recorded answers.
 */
export function checkThroughput(
  region: string,
  { ProvisionedThroughput, GlobalSecondaryIndexes = [] }: Partial<TableDefinition>,
): void {
  check(region, ProvisionedThroughput);
  for (const index of GlobalSecondaryIndexes) check(region, index.ProvisionedThroughput, index.IndexName);
}

function check(region: string, throughput: Partial<ProvisionedThroughput> = {}, indexName?: string): void {
  const { ReadCapacityUnits: read = 0, WriteCapacityUnits: write = 0 } = throughput;
  const [name, units] = read > tableMaximumUnits ? ["ReadCapacityUnits", read] : ["WriteCapacityUnits", write];
  if (units <= tableMaximumUnits) return;
  const [requested, kind] = indexName === undefined ? [name, "table"] : [`${name} for index ${indexName}`, "index"];
  throw new AwsError(
    "LimitExceededException",
    `The requested ${requested}, ${units}, is above the per ${kind} maximum for the account in ${region}. ` +
      `Per ${kind} maximum: ${tableMaximumUnits}. ` +
      "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.",
  );
}
