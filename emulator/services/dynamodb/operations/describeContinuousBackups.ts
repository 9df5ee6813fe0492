import type {
  DescribeContinuousBackupsCommandInput,
  DescribeContinuousBackupsCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTableToBackUp } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/** Says whether a table could be restored to a point in time. */
export const describeContinuousBackups = operation<
  Input<DescribeContinuousBackupsCommandInput>,
  Output<DescribeContinuousBackupsCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeContinuousBackups",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html",
  readOnly: true,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DescribeContinuousBackups", TableName)],
  run: (context, { TableName }) => ({
    ContinuousBackupsDescription: findTableToBackUp(context, TableName).pointInTimeRecovery.describe(context.now),
  }),
});
