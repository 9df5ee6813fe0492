import type {
  DescribeContinuousBackupsCommandInput,
  DescribeContinuousBackupsCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTableToBackUp } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/**
 * Says that there is no point-in-time recovery: nothing can enable it yet. Continuous backups themselves are "enabled" on
 * every table, as on AWS, where the word means nothing without the recovery.
 */
export const describeContinuousBackups = operation<
  Input<DescribeContinuousBackupsCommandInput>,
  Output<DescribeContinuousBackupsCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeContinuousBackups",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html",
  readOnly: true,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DescribeContinuousBackups", TableName)],
  run: (context, { TableName }) => {
    findTableToBackUp(context, TableName);
    return {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: "ENABLED",
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "DISABLED" },
      },
    };
  },
});
