import type { ListBackupsCommandInput, ListBackupsCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import type { Backup } from "../backup.ts";
import { backupsOf } from "../backupsOf.ts";
import { invalidParameter } from "../errors.ts";
import { tableAddress } from "../tableAddress.ts";

type Request = Input<ListBackupsCommandInput>;

/** AWS's page size where no limit is given; more cannot be asked for. */
const maximumPage = 100;

/** Lists the backups of the account and region, in the order of their ARNs, which is by table and time. */
export const listBackups = operation<Request, Output<ListBackupsCommandOutput>>({
  service: "dynamodb",
  name: "ListBackups",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListBackups.html",
  readOnly: true,
  access: ({ accountId }) => [
    { action: "dynamodb:ListBackups", resource: { arn: "*", accountId, policyIsRequired: false } },
  ],
  run: (context, input) => {
    const { TimeRangeLowerBound: from, TimeRangeUpperBound: to, ExclusiveStartBackupArn: start } = input;
    if (from && to && from > to) {
      throw invalidParameter("Time range lower bound must be less than or equal to upper bound");
    }
    const name = input.TableName === undefined ? undefined : tableAddress(context, input.TableName).name;
    const wanted = backupsOf(context)
      .filter((backup) => isWanted(backup, input, name))
      .sort((a, b) => (a.arn < b.arn ? -1 : 1))
      .filter(({ arn }) => start === undefined || arn > start);
    const page = wanted.slice(0, input.Limit ?? maximumPage);
    return {
      BackupSummaries: page.map((backup) => backup.summary()),
      LastEvaluatedBackupArn: wanted.length > page.length ? page.at(-1)?.arn : undefined,
    };
  },
});

/** `USER` is the default. The upper bound is exclusive. Source: DynamoDB API Reference, ListBackups. */
function isWanted(backup: Backup, input: Request, tableName: string | undefined): boolean {
  const { BackupType: type = "USER", TimeRangeLowerBound: from, TimeRangeUpperBound: to } = input;
  return (
    (type === "ALL" || backup.type === type) &&
    (tableName === undefined || backup.source.TableName === tableName) &&
    (from === undefined || backup.createdAt >= from) &&
    (to === undefined || backup.createdAt < to)
  );
}
