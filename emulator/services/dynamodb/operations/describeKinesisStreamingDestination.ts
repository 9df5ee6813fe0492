import type {
  DescribeKinesisStreamingDestinationCommandInput,
  DescribeKinesisStreamingDestinationCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTable } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/** Says that a table's changes are streamed nowhere: nothing can enable that yet. */
export const describeKinesisStreamingDestination = operation<
  Input<DescribeKinesisStreamingDestinationCommandInput>,
  Output<DescribeKinesisStreamingDestinationCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeKinesisStreamingDestination",
  documentation:
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeKinesisStreamingDestination.html",
  readOnly: true,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DescribeKinesisStreamingDestination", TableName)],
  run: (context, { TableName }) => ({
    TableName: findTable(context, TableName).name,
    KinesisDataStreamDestinations: [],
  }),
});
