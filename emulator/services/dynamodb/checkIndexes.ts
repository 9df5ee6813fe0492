import type { BillingMode, GlobalSecondaryIndex } from "@aws-sdk/client-dynamodb";
import type { Input } from "../../operation.ts";
import { invalidParameter, validationException } from "./errors.ts";

/**
 * What the item storage does not check of new global secondary indexes: throughput in provisioned mode, and parameters that
 * are not carried. Throws ValidationException.
 */
export function checkIndexes(
  operationName: "CreateTable" | "UpdateTable",
  billingMode: BillingMode | undefined,
  indexes: readonly Input<GlobalSecondaryIndex>[] = [],
): void {
  for (const { IndexName, ProvisionedThroughput, OnDemandThroughput, WarmThroughput } of indexes) {
    if (OnDemandThroughput ?? WarmThroughput) {
      const name = OnDemandThroughput ? "OnDemandThroughput" : "WarmThroughput";
      throw validationException(
        `The embedded AWS does not carry the parameter 'GlobalSecondaryIndexes.${name}' of dynamodb:${operationName} yet.`,
      );
    }
    if (billingMode !== "PAY_PER_REQUEST" && !ProvisionedThroughput) {
      throw invalidParameter(`ProvisionedThroughput is not specified for index: ${IndexName}`);
    }
  }
}
