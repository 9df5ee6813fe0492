import type { RestoreTableFromBackupCommandInput } from "@aws-sdk/client-dynamodb";
import type { Input } from "../../operation.ts";
import { validationException } from "./errors.ts";
import type { TableDefinition } from "./storage/itemStorage.ts";

/** What a request to restore wants otherwise than it was. */
export type RestoreOverrides = Pick<
  Input<RestoreTableFromBackupCommandInput>,
  | "TargetTableName"
  | "BillingModeOverride"
  | "ProvisionedThroughputOverride"
  | "GlobalSecondaryIndexOverride"
  | "LocalSecondaryIndexOverride"
>;

/**
 * How a table is made that is restored from another: indexes can be left out, and none can be new.
 * Throws ValidationException; the messages were recorded.
 */
export function restoredDefinition(source: TableDefinition, overrides: RestoreOverrides): TableDefinition {
  const global = overrides.GlobalSecondaryIndexOverride ?? source.GlobalSecondaryIndexes ?? [];
  const local = overrides.LocalSecondaryIndexOverride ?? source.LocalSecondaryIndexes ?? [];
  checkIndexes(source, [...global, ...local]);
  const keys = [source, ...global, ...local].flatMap(({ KeySchema = [] }) => KeySchema);
  const used = new Set(keys.map(({ AttributeName }) => AttributeName));
  return {
    TableName: overrides.TargetTableName,
    KeySchema: source.KeySchema,
    AttributeDefinitions: source.AttributeDefinitions?.filter(({ AttributeName }) => used.has(AttributeName)),
    GlobalSecondaryIndexes: global.length > 0 ? global : undefined,
    LocalSecondaryIndexes: local.length > 0 ? local : undefined,
    ...throughput(source, overrides),
  };
}

function checkIndexes(source: TableDefinition, wanted: readonly { readonly IndexName: string }[]): void {
  const known = [...(source.GlobalSecondaryIndexes ?? []), ...(source.LocalSecondaryIndexes ?? [])];
  const unknown = wanted.find(({ IndexName }) => !known.some((index) => index.IndexName === IndexName));
  if (!unknown) return;
  throw validationException(
    `Invalid Request: Index ${unknown.IndexName} does not match a secondary index that existed in the source table and cannot be created during the restore operation`,
  );
}

function throughput(
  source: TableDefinition,
  { BillingModeOverride, ProvisionedThroughputOverride: units }: RestoreOverrides,
): Pick<TableDefinition, "BillingMode" | "ProvisionedThroughput"> {
  const BillingMode = BillingModeOverride ?? source.BillingMode;
  if (BillingMode === "PAY_PER_REQUEST") {
    if (units && BillingModeOverride) {
      throw invalidRequest("Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST");
    }
    if (units) throw invalidRequest("Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED");
    return { BillingMode };
  }
  const ProvisionedThroughput = units ?? source.ProvisionedThroughput;
  if (ProvisionedThroughput) return { BillingMode, ProvisionedThroughput };
  throw invalidRequest("Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED");
}

function invalidRequest(problem: string) {
  return validationException(`Invalid Request: ${problem}`);
}
