import type {
  GlobalSecondaryIndexDescription,
  LocalSecondaryIndexDescription,
  RestoreSummary,
  TableClass,
  TableDescription,
  TableStatus,
} from "@aws-sdk/client-dynamodb";
import type { Capacity } from "./capacity.ts";
import { EncryptionChanges } from "./encryptionChanges.ts";
import type { ResourcePolicy } from "./resourcePolicy.ts";
import type { TableDefinition } from "./storage/itemStorage.ts";
import { PointInTimeRecovery } from "./pointInTimeRecovery.ts";
import { TableClassSetting } from "./tableClassSetting.ts";
import type { TableKey } from "./tableKey.ts";
import { TimeToLive } from "./timeToLive.ts";

/** What a table is made of. */
export interface NewTable {
  readonly definition: TableDefinition;
  readonly arn: string;
  readonly accountId: string;
  readonly id: string;
  readonly createdAt: Date;
  readonly capacity: Capacity;
  /** Absent: it has none yet. */
  readonly tags?: ReadonlyMap<string, string>;
  readonly deletionProtection: boolean;
  readonly tableClass?: TableClass;
  /** What it was restored from, if it was. */
  readonly restoreSummary?: RestoreSummary;
  /** Absent: the table is encrypted under a key that DynamoDB owns. */
  readonly key?: TableKey;
}

/** A table without its items: those are in the item storage. */
export class Table {
  /** Its indexes change; nothing else does. */
  definition: TableDefinition;
  readonly arn: string;
  /** The account that owns it. */
  readonly accountId: string;
  readonly id: string;
  readonly createdAt: Date;
  readonly capacity: Capacity;
  /** Absent: it never had any. */
  tags?: ReadonlyMap<string, string>;
  readonly encryptionChanges = new EncryptionChanges();
  readonly tableClass: TableClassSetting;
  readonly timeToLive = new TimeToLive();
  readonly pointInTimeRecovery = new PointInTimeRecovery();
  readonly #restoreSummary?: RestoreSummary;
  deletionProtection: boolean;
  /** Who else may use it. */
  resourcePolicy?: ResourcePolicy;
  /** Absent: the table is encrypted under a key that DynamoDB owns. */
  key?: TableKey;

  /** When the items were last looked through for such whose time is up. */
  expiredAt?: Date;
  /** The backup of a table that was archived because its key was inaccessible: the table itself is closed. */
  archivalBackupArn?: string;

  constructor(made: NewTable) {
    this.definition = made.definition;
    this.arn = made.arn;
    this.accountId = made.accountId;
    this.id = made.id;
    this.createdAt = made.createdAt;
    this.capacity = made.capacity;
    this.tags = made.tags;
    this.deletionProtection = made.deletionProtection;
    this.tableClass = new TableClassSetting(made.tableClass);
    this.#restoreSummary = made.restoreSummary;
    this.key = made.key;
  }

  get name(): string {
    return this.definition.TableName;
  }

  /**
   * The table at the instance's time `now`, but for what its key makes of it. What AWS takes seconds for has happened at once,
   * so that `status` differs from ACTIVE only in the answer of the operation that changes the table. Counts stay 0: AWS brings
   * them up to date every six hours.
   */
  describe(now: Date, status: TableStatus = "ACTIVE"): TableDescription {
    const { AttributeDefinitions, KeySchema } = this.definition;
    return {
      AttributeDefinitions,
      TableName: this.name,
      KeySchema,
      TableStatus: status,
      CreationDateTime: this.createdAt,
      ...this.capacity.describe(now),
      TableSizeBytes: 0,
      ItemCount: 0,
      TableArn: this.arn,
      TableId: this.id,
      LocalSecondaryIndexes: this.#localIndexes(),
      GlobalSecondaryIndexes: this.#globalIndexes(status),
      SSEDescription: this.key?.describe(),
      RestoreSummary: this.#restoreSummary,
      TableClassSummary: this.tableClass.describe(),
      DeletionProtectionEnabled: this.deletionProtection,
    };
  }

  #localIndexes(): LocalSecondaryIndexDescription[] | undefined {
    return this.definition.LocalSecondaryIndexes?.map((index) => ({ ...index, ...this.#counts(index.IndexName) }));
  }

  #globalIndexes(status: TableStatus): GlobalSecondaryIndexDescription[] | undefined {
    return this.definition.GlobalSecondaryIndexes?.map((index) => ({
      ...index,
      ...this.#counts(index.IndexName),
      IndexStatus: status === "CREATING" || status === "DELETING" ? status : "ACTIVE",
      ProvisionedThroughput: this.capacity.describeIndex(index.ProvisionedThroughput),
    }));
  }

  #counts(indexName: string): { IndexSizeBytes: number; ItemCount: number; IndexArn: string } {
    return { IndexSizeBytes: 0, ItemCount: 0, IndexArn: `${this.arn}/index/${indexName}` };
  }
}
