import { invalidParameter, validationException } from "../errors.ts";
import type { TableDefinition } from "./itemStorage.ts";

type Index = NonNullable<TableDefinition["LocalSecondaryIndexes"]>[number];
type GlobalIndex = NonNullable<TableDefinition["GlobalSecondaryIndexes"]>[number];
type KeyElements = NonNullable<TableDefinition["KeySchema"]>;

const maximumUnits = 1_000_000_000_000;
const maximumLocalIndexes = 5;
const maximumGlobalIndexes = 20;

/** Throws ValidationException for a table that cannot be. Source of rules and messages: dynalite's recordings. */
export function checkDefinition(definition: TableDefinition): void {
  const { TableName, KeySchema = [], AttributeDefinitions = [] } = definition;
  const { LocalSecondaryIndexes, GlobalSecondaryIndexes } = definition;
  if (TableName.length < 3 || TableName.length > 255) {
    throw validationException("TableName must be at least 3 characters long and at most 255 characters long");
  }
  const defined = AttributeDefinitions.map(({ AttributeName }) => AttributeName);
  checkBilling(definition);
  if (KeySchema.length > defined.length) {
    throw validationException("Invalid KeySchema: Some index key attribute have no definition");
  }
  checkDefined(KeySchema, defined);
  checkElements(KeySchema);
  if (!LocalSecondaryIndexes && !GlobalSecondaryIndexes && KeySchema.length !== defined.length) {
    throw invalidParameter(
      "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions",
    );
  }
  const names = new Set<string>();
  if (LocalSecondaryIndexes) checkLocalIndexes(LocalSecondaryIndexes, KeySchema, defined, names);
  if (GlobalSecondaryIndexes) checkGlobalIndexes(GlobalSecondaryIndexes, definition, defined, names);
}

function checkBilling({ BillingMode, ProvisionedThroughput: throughput }: TableDefinition): void {
  if (BillingMode === "PAY_PER_REQUEST") {
    if (!throughput) return;
    throw invalidParameter(
      "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
    );
  }
  const { ReadCapacityUnits: read, WriteCapacityUnits: write } = throughput ?? {};
  if (!read || !write) {
    throw invalidParameter(
      "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
    );
  }
  for (const [name, units] of Object.entries({ ReadCapacityUnits: read, WriteCapacityUnits: write })) {
    if (units > maximumUnits) throw validationException(`Given value ${units} for ${name} is out of bounds`);
  }
}

function checkDefined(elements: KeyElements, defined: readonly string[]): void {
  const keys = elements.map(({ AttributeName }) => AttributeName);
  if (keys.every((key) => defined.includes(key))) return;
  throw invalidParameter(
    "Some index key attributes are not defined in AttributeDefinitions. " +
      `Keys: [${keys.join(", ")}], AttributeDefinitions: [${defined.join(", ")}]`,
  );
}

function checkElements([first, second]: KeyElements): void {
  if (second && first?.AttributeName === second.AttributeName) {
    throw validationException("Both the Hash Key and the Range Key element in the KeySchema have the same name");
  }
  if (first?.KeyType !== "HASH") {
    throw validationException("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
  }
  if (second && second.KeyType !== "RANGE") {
    throw validationException("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
  }
}

function checkLocalIndexes(
  indexes: readonly Index[],
  tableKey: KeyElements,
  defined: readonly string[],
  names: Set<string>,
): void {
  if (indexes.length === 0) throw invalidParameter("List of LocalSecondaryIndexes is empty");
  const tableHash = tableKey[0]?.AttributeName ?? "";
  if (tableKey.length !== 2) {
    throw invalidParameter(
      "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex",
    );
  }
  for (const index of indexes) {
    checkDefined(index.KeySchema, defined);
    checkElements(index.KeySchema);
    if (index.KeySchema.length !== 2) {
      throw invalidParameter(`Index KeySchema does not have a range key for index: ${index.IndexName}`);
    }
    const hash = index.KeySchema[0]?.AttributeName ?? "";
    if (hash !== tableHash) {
      throw invalidParameter(
        "Index KeySchema does not have the same leading hash key as table KeySchema for index: " +
          `${index.IndexName}. index hash key: ${hash}, table hash key: ${tableHash}`,
      );
    }
    checkProjection(index);
    checkName(index, names);
  }
  if (indexes.length > maximumLocalIndexes) {
    throw invalidParameter(`Number of LocalSecondaryIndexes exceeds per-table limit of ${maximumLocalIndexes}`);
  }
}

function checkGlobalIndexes(
  indexes: readonly GlobalIndex[],
  { BillingMode }: TableDefinition,
  defined: readonly string[],
  names: Set<string>,
): void {
  if (indexes.length === 0) throw invalidParameter("List of GlobalSecondaryIndexes is empty");
  for (const index of indexes) {
    checkDefined(index.KeySchema, defined);
    checkElements(index.KeySchema);
    checkProjection(index);
    if (BillingMode === "PAY_PER_REQUEST" && index.ProvisionedThroughput) {
      throw invalidParameter(
        `ProvisionedThroughput should not be specified for index: ${index.IndexName} ` +
          "when BillingMode is PAY_PER_REQUEST",
      );
    }
    checkName(index, names);
  }
  if (indexes.length > maximumGlobalIndexes) {
    throw invalidParameter(`GlobalSecondaryIndex count exceeds the per-table limit of ${maximumGlobalIndexes}`);
  }
}

function checkProjection({ Projection: { ProjectionType: type, NonKeyAttributes } }: Index): void {
  if (type === undefined) throw invalidParameter("Unknown ProjectionType: null");
  if (NonKeyAttributes && type !== "INCLUDE") {
    throw invalidParameter(`ProjectionType is ${type}, but NonKeyAttributes is specified`);
  }
}

function checkName({ IndexName }: Index, names: Set<string>): void {
  if (names.has(IndexName)) throw invalidParameter(`Duplicate index name: ${IndexName}`);
  names.add(IndexName);
}
