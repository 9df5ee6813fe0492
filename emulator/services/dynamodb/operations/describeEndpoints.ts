import type { DescribeEndpointsCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Output } from "../../../operation.ts";

/** Says where DynamoDB is: AWS's own address. Clients that are told an endpoint do not follow it. */
export const describeEndpoints = operation<object, Output<DescribeEndpointsCommandOutput>>({
  service: "dynamodb",
  name: "DescribeEndpoints",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeEndpoints.html",
  readOnly: true,
  access: ({ accountId }) => [
    { action: "dynamodb:DescribeEndpoints", resource: { arn: "*", accountId, policyIsRequired: false } },
  ],
  run: ({ region }) => ({
    Endpoints: [{ Address: `dynamodb.${region}.amazonaws.com`, CachePeriodInMinutes: 1440 }],
  }),
});
