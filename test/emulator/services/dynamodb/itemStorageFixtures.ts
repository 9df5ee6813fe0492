import { AwsError } from "../../../../emulator/awsError.ts";
import { RandomSource } from "../../../../emulator/randomSource.ts";
import { ItemCipher } from "../../../../emulator/services/dynamodb/storage/itemCipher.ts";
import type { Items, TableDefinition } from "../../../../emulator/services/dynamodb/storage/itemStorage.ts";
import { MemoryStorage } from "../../../../emulator/services/dynamodb/storage/memoryStorage.ts";

/** A table with a partition key alone. */
export const people: TableDefinition = {
  TableName: "people",
  AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  BillingMode: "PAY_PER_REQUEST",
};

/** A table with a range key, a local and a global secondary index. */
export const orders: TableDefinition = {
  TableName: "orders",
  AttributeDefinitions: [
    { AttributeName: "customer", AttributeType: "S" },
    { AttributeName: "number", AttributeType: "N" },
    { AttributeName: "state", AttributeType: "S" },
  ],
  KeySchema: [
    { AttributeName: "customer", KeyType: "HASH" },
    { AttributeName: "number", KeyType: "RANGE" },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: "by-state",
      KeySchema: [
        { AttributeName: "customer", KeyType: "HASH" },
        { AttributeName: "state", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "ALL" },
    },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: "all-by-state",
      KeySchema: [{ AttributeName: "state", KeyType: "HASH" }],
      Projection: { ProjectionType: "KEYS_ONLY" },
    },
  ],
  BillingMode: "PAY_PER_REQUEST",
};

/** The same, with indexes that do not have all attributes. */
export const narrowOrders: TableDefinition = {
  ...orders,
  LocalSecondaryIndexes: orders.LocalSecondaryIndexes?.map((index) => ({
    ...index,
    Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["note"] },
  })),
};

/** An item of that table. */
export const order = (customer: string, number: number, state: string) => ({
  customer: { S: customer },
  number: { N: String(number) },
  state: { S: state },
});

/** The ciphers of tables of these names, each under a key of its own. */
export function ciphersFor(...names: readonly string[]): Map<string, ItemCipher> {
  const random = new RandomSource();
  return new Map(names.map((name) => [name, new ItemCipher(random.bytes(32), random)]));
}

/** The items of empty tables. */
export function openItems(...definitions: readonly TableDefinition[]): Items {
  const storage = new MemoryStorage();
  for (const definition of definitions) storage.createTable(definition);
  return storage.use(ciphersFor(...definitions.map(({ TableName }) => TableName)));
}

/** The error that a call ends with. Throws if it succeeds, so that a test cannot pass for want of an error. */
export function errorOf(call: () => unknown): { code: string; message: string; status: number } {
  try {
    call();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { code: error.code, message: error.message, status: error.status };
  }
  throw new Error("The call succeeded, but it should have been refused.");
}

/** A call that an implementation refuses. */
export interface RefusedCall {
  readonly title: string;
  readonly call: () => unknown;
  readonly code: string;
  readonly message: string;
}
