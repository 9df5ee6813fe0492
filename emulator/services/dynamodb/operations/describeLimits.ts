import type { DescribeLimitsCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Output } from "../../../operation.ts";

/** Says how much capacity the account and a table may have: AWS's defaults, which are not enforced. */
export const describeLimits = operation<object, Output<DescribeLimitsCommandOutput>>({
  service: "dynamodb",
  name: "DescribeLimits",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeLimits.html",
  readOnly: true,
  access: ({ accountId }) => [
    { action: "dynamodb:DescribeLimits", resource: { arn: "*", accountId, policyIsRequired: false } },
  ],
  run: () => ({
    AccountMaxReadCapacityUnits: 80_000,
    AccountMaxWriteCapacityUnits: 80_000,
    TableMaxReadCapacityUnits: 40_000,
    TableMaxWriteCapacityUnits: 40_000,
  }),
});
