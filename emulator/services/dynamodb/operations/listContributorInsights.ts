import type {
  ListContributorInsightsCommandInput,
  ListContributorInsightsCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTable } from "../findTable.ts";

/** Lists the tables and indexes that there are insights into: none, nothing can enable them yet. */
export const listContributorInsights = operation<
  Input<ListContributorInsightsCommandInput>,
  Output<ListContributorInsightsCommandOutput>
>({
  service: "dynamodb",
  name: "ListContributorInsights",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListContributorInsights.html",
  readOnly: true,
  access: ({ accountId }) => [
    { action: "dynamodb:ListContributorInsights", resource: { arn: "*", accountId, policyIsRequired: false } },
  ],
  run: (context, { TableName }) => {
    if (TableName !== undefined) findTable(context, TableName);
    return { ContributorInsightsSummaries: [] };
  },
});
