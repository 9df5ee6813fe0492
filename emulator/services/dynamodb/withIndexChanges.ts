import type { UpdateTableCommandInput } from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";
import { checkIndexes } from "./checkIndexes.ts";
import { invalidParameter, validationException } from "./errors.ts";
import type { TableDefinition } from "./storage/itemStorage.ts";

type Request = Input<UpdateTableCommandInput>;
type IndexUpdate = NonNullable<Request["GlobalSecondaryIndexUpdates"]>[number];
/** Source: DynamoDB Developer Guide, "Quotas". */
const maximumIndexes = 20;

type Indexes = NonNullable<TableDefinition["GlobalSecondaryIndexes"]>;

/**
 * The definition of a table with the indexes that a request makes, changes and deletes; definitions of attributes that no key
 * uses any more go with them. Throws ValidationException and LimitExceededException; the messages were recorded.
 */
export function withIndexChanges(definition: TableDefinition, request: Request): TableDefinition {
  const { GlobalSecondaryIndexUpdates: updates = [], AttributeDefinitions: added = [] } = request;
  checkUpdates(updates);
  let indexes: Indexes = definition.GlobalSecondaryIndexes ?? [];
  for (const update of updates) indexes = changed(definition, indexes, update);
  if (indexes.length > maximumIndexes) {
    throw limitExceeded(`Number of global secondary indexes exceeds per-table limit of ${maximumIndexes}`);
  }
  const known = new Map([...(definition.AttributeDefinitions ?? []), ...added].map((one) => [one.AttributeName, one]));
  const undefinedKey = indexes.find(({ KeySchema }) =>
    KeySchema.some(({ AttributeName }) => !known.has(AttributeName)),
  );
  if (undefinedKey)
    throw invalidParameter(`AttributeDefinitions is not specified for index: ${undefinedKey.IndexName}`);
  const all = [definition, ...indexes, ...(definition.LocalSecondaryIndexes ?? [])];
  const used = new Set(all.flatMap(({ KeySchema = [] }) => KeySchema.map(({ AttributeName }) => AttributeName)));
  return {
    ...definition,
    AttributeDefinitions: [...known.values()].filter(({ AttributeName }) => used.has(AttributeName)),
    GlobalSecondaryIndexes: indexes.length > 0 ? indexes : undefined,
  };
}

function checkUpdates(updates: readonly IndexUpdate[]): void {
  updates.forEach(checkSingleAction);
  checkNames(updates.map(nameOf));
  if (updates.filter(({ Create, Delete }) => Create ?? Delete).length > 1) {
    throw limitExceeded("Only 1 online index can be created or deleted simultaneously per table");
  }
}

function changed(definition: TableDefinition, indexes: Indexes, { Create, Update, Delete }: IndexUpdate): Indexes {
  if (Create) {
    if (isThere(indexes, Create.IndexName)) {
      throw validationException("Attempting to create an index which already exists");
    }
    checkIndexes("UpdateTable", definition.BillingMode, [Create]);
    return [...indexes, Create];
  }
  const { IndexName } = Update ?? Delete ?? {};
  if (IndexName === undefined || !isThere(indexes, IndexName)) {
    const verb = Update ? "update" : "delete";
    throw validationException(`Cannot ${verb} an index that is not a GlobalSecondaryIndex: ${IndexName}`);
  }
  if (Delete) return indexes.filter((index) => index.IndexName !== IndexName);
  return indexes.map((index) => (index.IndexName === IndexName ? withThroughput(definition, index, Update) : index));
}

function withThroughput(
  { BillingMode }: TableDefinition,
  index: Indexes[number],
  update: IndexUpdate["Update"],
): Indexes[number] {
  const { IndexName } = index;
  if (BillingMode === "PAY_PER_REQUEST") {
    throw invalidParameter(
      `The only Updates for index: ${IndexName} when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput`,
    );
  }
  if (!update?.ProvisionedThroughput) {
    throw validationException(
      "The embedded AWS carries only the parameter ProvisionedThroughput of 'GlobalSecondaryIndexUpdates.Update' of dynamodb:UpdateTable yet.",
    );
  }
  const { ReadCapacityUnits: read, WriteCapacityUnits: write } = update.ProvisionedThroughput;
  const present = index.ProvisionedThroughput;
  if (present?.ReadCapacityUnits === read && present.WriteCapacityUnits === write) {
    throw validationException(
      `The provisioned throughput for the index ${IndexName} will not change. The requested value equals the current value. ` +
        `Current ReadCapacityUnits provisioned for the index: ${read}. Requested ReadCapacityUnits: ${read}. ` +
        `Current WriteCapacityUnits provisioned for the index: ${write}. Requested WriteCapacityUnits: ${write}. ` +
        "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.",
    );
  }
  return { ...index, ProvisionedThroughput: update.ProvisionedThroughput };
}

function limitExceeded(limit: string): AwsError {
  return new AwsError("LimitExceededException", `Subscriber limit exceeded: ${limit}`);
}

function checkSingleAction({ Create, Update, Delete }: IndexUpdate): void {
  const actions = [Create, Update, Delete].filter((action) => action !== undefined);
  if (actions.length > 1) {
    throw invalidParameter("Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
  }
  if (actions.length === 1) return;
  throw invalidParameter(
    "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null",
  );
}

function checkNames(names: readonly (string | undefined)[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated === undefined) return;
  throw invalidParameter(
    `Only one global secondary index update per index is allowed simultaneously. Index: ${repeated}`,
  );
}

function nameOf({ Create, Update, Delete }: IndexUpdate): string | undefined {
  return (Create ?? Update ?? Delete)?.IndexName;
}

function isThere(indexes: Indexes, name: string): boolean {
  return indexes.some(({ IndexName }) => IndexName === name);
}
