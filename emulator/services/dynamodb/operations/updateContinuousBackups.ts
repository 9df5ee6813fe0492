import type {
  UpdateContinuousBackupsCommandInput,
  UpdateContinuousBackupsCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTableToBackUp } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/** Enables point-in-time recovery of a table, or disables it. An inaccessible key does not matter. */
export const updateContinuousBackups = operation<
  Input<UpdateContinuousBackupsCommandInput>,
  Output<UpdateContinuousBackupsCommandOutput>
>({
  service: "dynamodb",
  name: "UpdateContinuousBackups",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html",
  readOnly: false,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:UpdateContinuousBackups", TableName)],
  run: (context, { TableName, PointInTimeRecoverySpecification }) => {
    const { pointInTimeRecovery } = findTableToBackUp(context, TableName);
    pointInTimeRecovery.update(PointInTimeRecoverySpecification, context.now);
    return { ContinuousBackupsDescription: pointInTimeRecovery.describe(context.now) };
  },
});
