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
  TransactGetItemsCommandInput,
  TransactGetItemsCommandOutput,
  TransactWriteItemsCommandInput,
  TransactWriteItemsCommandOutput,
  UpdateItemCommandInput,
  UpdateItemCommandOutput,
} from "@aws-sdk/client-dynamodb";
import type { Input, Output } from "../../../operation.ts";
import type { ItemCipher } from "./itemCipher.ts";
import type { StoredItem } from "./storedItem.ts";

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

/** What can be seen of an item without the table's key. */
export interface InspectedItem {
  /** Stands for the item's key, and does not tell it: an HMAC in hexadecimal digits. */
  readonly key: string;
  /** The item as it is stored: nonce (12 bytes), tag (16 bytes) and ciphertext of AES-256-GCM. */
  readonly bytes: Uint8Array;
}

/** The items of a table at some time, as they were stored. */
export type Snapshot = readonly StoredItem[];

/** By the table's name. */
export type TableCiphers = ReadonlyMap<string, ItemCipher>;

/**
 * Keeps items in tables, encrypted; it knows nothing of accounts, callers, KMS or tags.
 * Every method throws an `AwsError` in DynamoDB's words: `ValidationException`, `ResourceNotFoundException`,
 * `ConditionalCheckFailedException` …
 * `test/emulator/services/dynamodb/itemStorageContract.test.ts` says what an implementation must do.
 */
export interface ItemStorage {
  /** The table can be used at once. Throws `ResourceInUseException` if there is one of that name. */
  createTable(definition: TableDefinition): void;
  /**
   * Makes the global secondary indexes of a table what its definition now says; its items stay. Items whose attributes do not
   * fit a new index are not in it. Throws `ValidationException` as {@link createTable} does.
   */
  changeIndexes(definition: TableDefinition, cipher: ItemCipher): void;
  /** The table and its items are gone at once. */
  deleteTable(tableName: string): void;
  /** The items of tables, to whoever has their ciphers. */
  use(ciphers: TableCiphers): Items;
  /** Encrypts all items of a table under another key. */
  reencrypt(tableName: string, from: ItemCipher, to: ItemCipher): void;
  /** All items of a table as they are now, encrypted: what becomes of the table later changes nothing of it. */
  snapshot(tableName: string): Snapshot;
  /** Puts the items of a snapshot into an empty table that is encrypted under another key. */
  restore(tableName: string, snapshot: Snapshot, from: ItemCipher, to: ItemCipher): void;
  /** The items of a table as they are stored. The cipher makes their keys unreadable; nothing is decrypted. */
  inspect(tableName: string, cipher: ItemCipher): InspectedItem[];
}

/** The operations on items, for the tables that have been opened. */
export interface Items {
  getItem(request: Input<GetItemCommandInput>): Output<GetItemCommandOutput>;
  putItem(request: Input<PutItemCommandInput>): Output<PutItemCommandOutput>;
  updateItem(request: Input<UpdateItemCommandInput>): Output<UpdateItemCommandOutput>;
  deleteItem(request: Input<DeleteItemCommandInput>): Output<DeleteItemCommandOutput>;
  query(request: Input<QueryCommandInput>): Output<QueryCommandOutput>;
  scan(request: Input<ScanCommandInput>): Output<ScanCommandOutput>;
  batchGetItem(request: Input<BatchGetItemCommandInput>): Output<BatchGetItemCommandOutput>;
  batchWriteItem(request: Input<BatchWriteItemCommandInput>): Output<BatchWriteItemCommandOutput>;
  transactGetItems(request: Input<TransactGetItemsCommandInput>): Output<TransactGetItemsCommandOutput>;
  /** @param now the instance's time, by which a ClientRequestToken expires */
  transactWriteItems(
    request: Input<TransactWriteItemsCommandInput>,
    now: Date,
  ): Output<TransactWriteItemsCommandOutput>;
}
