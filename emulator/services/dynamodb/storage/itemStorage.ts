import type {
  BatchGetItemCommandInput,
  BatchGetItemCommandOutput,
  BatchWriteItemCommandInput,
  BatchWriteItemCommandOutput,
  CreateTableCommandInput,
  DeleteItemCommandInput,
  DeleteItemCommandOutput,
  GetItemCommandInput,
  GetItemCommandOutput,
  PutItemCommandInput,
  PutItemCommandOutput,
  QueryCommandInput,
  QueryCommandOutput,
  ScanCommandInput,
  ScanCommandOutput,
  UpdateItemCommandInput,
  UpdateItemCommandOutput,
} from "@aws-sdk/client-dynamodb";
import type { Input, Output } from "../../../operation.ts";

/** What a storage has to know of a table: its name, keys and indexes. Billing is checked with them, and not used. */
export type TableDefinition = Pick<
  Input<CreateTableCommandInput>,
  | "TableName"
  | "AttributeDefinitions"
  | "KeySchema"
  | "LocalSecondaryIndexes"
  | "GlobalSecondaryIndexes"
  | "BillingMode"
  | "ProvisionedThroughput"
>;

/**
 * Keeps items in tables and answers as DynamoDB does; it knows nothing of accounts, callers, encryption or tags.
 * Every method rejects with an `AwsError` in DynamoDB's words: `ValidationException`, `ResourceNotFoundException`,
 * `ConditionalCheckFailedException` …
 * `test/emulator/services/dynamodb/itemStorageContract.test.ts` says what every implementation must do.
 */
export interface ItemStorage {
  /** The table can be used at once. Rejects with `ResourceInUseException` if there is one of that name. */
  createTable(definition: TableDefinition): Promise<void>;
  /**
   * Makes the global secondary indexes of a table what its definition now says; its items stay. Items whose attributes do not
   * fit a new index are not in it. Rejects with `ValidationException` as {@link createTable} does.
   */
  changeIndexes(definition: TableDefinition): Promise<void>;
  /** The table and its items are gone at once. */
  deleteTable(tableName: string): Promise<void>;

  getItem(request: Input<GetItemCommandInput>): Promise<Output<GetItemCommandOutput>>;
  putItem(request: Input<PutItemCommandInput>): Promise<Output<PutItemCommandOutput>>;
  updateItem(request: Input<UpdateItemCommandInput>): Promise<Output<UpdateItemCommandOutput>>;
  deleteItem(request: Input<DeleteItemCommandInput>): Promise<Output<DeleteItemCommandOutput>>;
  query(request: Input<QueryCommandInput>): Promise<Output<QueryCommandOutput>>;
  scan(request: Input<ScanCommandInput>): Promise<Output<ScanCommandOutput>>;
  batchGetItem(request: Input<BatchGetItemCommandInput>): Promise<Output<BatchGetItemCommandOutput>>;
  batchWriteItem(request: Input<BatchWriteItemCommandInput>): Promise<Output<BatchWriteItemCommandOutput>>;

  /** Frees everything; no method may be called afterwards. */
  close(): Promise<void>;
}
