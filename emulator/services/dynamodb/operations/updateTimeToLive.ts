import type { UpdateTimeToLiveCommandInput, UpdateTimeToLiveCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTableToChange } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";
import { tableCipherOfService } from "../tableCipherOfService.ts";

/** Lets items expire, or no longer. DynamoDB must be able to use the table's key. */
export const updateTimeToLive = operation<Input<UpdateTimeToLiveCommandInput>, Output<UpdateTimeToLiveCommandOutput>>({
  service: "dynamodb",
  name: "UpdateTimeToLive",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html",
  readOnly: false,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:UpdateTimeToLive", TableName)],
  run: async (context, { TableName, TimeToLiveSpecification }) => {
    const table = findTableToChange(context, TableName);
    await tableCipherOfService(context, table);
    table.timeToLive.update(TimeToLiveSpecification, context.now);
    return { TimeToLiveSpecification };
  },
});
