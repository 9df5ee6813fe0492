import type {
  DescribeContributorInsightsCommandInput,
  DescribeContributorInsightsCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { AwsError } from "../../../awsError.ts";
import { findTable } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/** Says that there are no insights into a table or index: nothing can enable them yet. */
export const describeContributorInsights = operation<
  Input<DescribeContributorInsightsCommandInput>,
  Output<DescribeContributorInsightsCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeContributorInsights",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContributorInsights.html",
  readOnly: true,
  access: (context, { TableName, IndexName }) => {
    const access = tableAccess(context, "dynamodb:DescribeContributorInsights", TableName);
    if (IndexName === undefined) return [access];
    return [{ ...access, resource: { ...access.resource, arn: `${access.resource.arn}/index/${IndexName}` } }];
  },
  run: (context, { TableName, IndexName }) => {
    const { name, definition } = findTable(context, TableName);
    const indexes = definition.GlobalSecondaryIndexes ?? [];
    if (IndexName !== undefined && !indexes.some((index) => index.IndexName === IndexName)) {
      throw new AwsError("ResourceNotFoundException", `Requested resource not found: Index: ${IndexName} not found`);
    }
    return { TableName: name, IndexName, ContributorInsightsStatus: "DISABLED" };
  },
});
