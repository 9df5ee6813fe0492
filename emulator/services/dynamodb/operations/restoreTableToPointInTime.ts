import type {
  RestoreTableToPointInTimeCommandInput,
  RestoreTableToPointInTimeCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { validationException } from "../errors.ts";
import { findTableToBackUp } from "../findTable.ts";
import { restoreAccess } from "../restoreAccess.ts";
import { restoreTable } from "../restoreTable.ts";
import { tableAccess } from "../tableAccess.ts";
import { tableAddress } from "../tableAddress.ts";

type Request = Input<RestoreTableToPointInTimeCommandInput>;

/** Makes a table of what another is now: what it was earlier is not kept, and cannot be restored. */
export const restoreTableToPointInTime = operation<Request, Output<RestoreTableToPointInTimeCommandOutput>>({
  service: "dynamodb",
  name: "RestoreTableToPointInTime",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html",
  readOnly: false,
  unsupported: ["RestoreDateTime", "OnDemandThroughputOverride"],
  access: (context, input) => [
    tableAccess(context, "dynamodb:RestoreTableToPointInTime", sourceOf(context, input)),
    ...restoreAccess(context, input.TargetTableName),
  ],
  run: async (context, input) => {
    if (input.UseLatestRestorableTime !== true) {
      throw validationException(
        "Invalid Request: Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both",
      );
    }
    const source = findTableToBackUp(context, sourceOf(context, input));
    if (!source.pointInTimeRecovery.isEnabled) {
      throw new AwsError(
        "PointInTimeRecoveryUnavailableException",
        `Point in time recovery is not enabled for table '${source.name}'`,
      );
    }
    const items = context.state.dynamodb.items.snapshot(source.name);
    const definition = { ...source.definition, ...source.capacity.definition };
    const from = { SourceTableArn: source.arn, RestoreDateTime: context.now };
    const table = await restoreTable(context, { definition, key: source.key, tableId: source.id, items }, input, from);
    return { TableDescription: table.describe(context.now, "CREATING") };
  },
});

/** Throws ValidationException for none, two, and a table of another account; messages were recorded. */
function sourceOf(context: CallContext, { SourceTableArn: arn, SourceTableName: name }: Request): string {
  const source = arn ?? name;
  if (source === undefined || (arn !== undefined && name !== undefined)) {
    throw validationException("Invalid Request: Must provide exactly one of: sourceTableArn, sourceTableName");
  }
  if (tableAddress(context, source).accountId === context.accountId) return source;
  throw validationException("This action is only supported by accounts that match the resource owner\u2019s account.");
}
