import type {
  DescribeContinuousBackupsCommandInput,
  DescribeContinuousBackupsCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { tableAccess } from "../tableAccess.ts";
import { tableAddress } from "../tableAddress.ts";

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
    const { name } = tableAddress(context, TableName);
    if (!context.state.dynamodb.table(name)) {
      throw new AwsError("TableNotFoundException", `Table not found: ${name}`);
    }
    return {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: "ENABLED",
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "DISABLED" },
      },
    };
  },
});
