import type { DescribeLimitsCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Output } from "../../../operation.ts";
import { accountMaximumUnits, tableMaximumUnits } from "../capacityLimits.ts";

/** Says how much capacity the account and a table may have: AWS's defaults. */
export const describeLimits = operation<object, Output<DescribeLimitsCommandOutput>>({
  service: "dynamodb",
  name: "DescribeLimits",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeLimits.html",
  readOnly: true,
  access: ({ accountId }) => [
    { action: "dynamodb:DescribeLimits", resource: { arn: "*", accountId, policyIsRequired: false } },
  ],
  run: () => ({
    AccountMaxReadCapacityUnits: accountMaximumUnits,
    AccountMaxWriteCapacityUnits: accountMaximumUnits,
    TableMaxReadCapacityUnits: tableMaximumUnits,
    TableMaxWriteCapacityUnits: tableMaximumUnits,
  }),
});
