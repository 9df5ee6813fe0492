import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import type { Input } from "../../operation.ts";
import { invalidParameter, validationException } from "./errors.ts";

/**
 * What the item storage does not check of a new table's global secondary indexes: throughput in provisioned mode, and
 * parameters that are not carried. Throws ValidationException.
 */
export function checkIndexes({ GlobalSecondaryIndexes = [], BillingMode }: Input<CreateTableCommandInput>): void {
  for (const { IndexName, ProvisionedThroughput, OnDemandThroughput, WarmThroughput } of GlobalSecondaryIndexes) {
    if (OnDemandThroughput ?? WarmThroughput) {
      const name = OnDemandThroughput ? "OnDemandThroughput" : "WarmThroughput";
      throw validationException(
        `The embedded AWS does not carry the parameter 'GlobalSecondaryIndexes.${name}' of dynamodb:CreateTable yet.`,
      );
    }
    if (BillingMode !== "PAY_PER_REQUEST" && !ProvisionedThroughput) {
      throw invalidParameter(`ProvisionedThroughput is not specified for index: ${IndexName}`);
    }
  }
}
