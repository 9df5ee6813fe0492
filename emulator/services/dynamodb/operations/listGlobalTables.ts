import type { ListGlobalTablesCommandInput, ListGlobalTablesCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";

/** Lists global tables of version 2017.11.29: nothing can make one. Those of version 2019.11.21 are not in AWS's list either. */
export const listGlobalTables = operation<Input<ListGlobalTablesCommandInput>, Output<ListGlobalTablesCommandOutput>>({
  service: "dynamodb",
  name: "ListGlobalTables",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListGlobalTables.html",
  readOnly: true,
  access: ({ accountId }) => [
    { action: "dynamodb:ListGlobalTables", resource: { arn: "*", accountId, policyIsRequired: false } },
  ],
  run: () => ({ GlobalTables: [] }),
});
