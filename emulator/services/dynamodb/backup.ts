import type {
  BackupDescription,
  BackupDetails,
  BackupStatus,
  BackupSummary,
  BackupType,
  TableDescription,
} from "@aws-sdk/client-dynamodb";
import type { Snapshot, TableDefinition } from "./storage/itemStorage.ts";
import type { Table } from "./table.ts";
import type { TableKey } from "./tableKey.ts";

/** What a backup is made of. */
export interface NewBackup {
  readonly arn: string;
  readonly name: string;
  readonly type: BackupType;
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  /** The table, as it was described then. */
  readonly source: TableDescription;
  readonly timeToLive: ReturnType<Table["timeToLive"]["describe"]>;
  readonly definition: TableDefinition;
  readonly key?: TableKey;
  readonly items: Snapshot;
}

/** A backup of a table: it outlives the table. */
export class Backup {
  readonly arn: string;
  readonly name: string;
  readonly type: BackupType;
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  readonly source: TableDescription;
  readonly definition: TableDefinition;
  /** Absent: the table was encrypted under a key that DynamoDB owns. */
  readonly key?: TableKey;
  /** As they were stored then: only the key of that time opens them. */
  readonly items: Snapshot;
  readonly #timeToLive: NewBackup["timeToLive"];

  constructor(made: NewBackup) {
    this.arn = made.arn;
    this.name = made.name;
    this.type = made.type;
    this.createdAt = made.createdAt;
    this.expiresAt = made.expiresAt;
    this.source = made.source;
    this.definition = made.definition;
    this.key = made.key;
    this.#timeToLive = made.timeToLive;
    this.items = made.items;
  }

  details(status: BackupStatus = "AVAILABLE"): BackupDetails {
    return {
      BackupArn: this.arn,
      BackupName: this.name,
      BackupSizeBytes: 0,
      BackupStatus: status,
      BackupType: this.type,
      BackupCreationDateTime: this.createdAt,
      BackupExpiryDateTime: this.expiresAt,
    };
  }

  /** The id of the table that it was made of. */
  get tableId(): string {
    return this.source.TableId ?? "";
  }

  /** As ListBackups shows it. */
  summary(): BackupSummary {
    const { TableName, TableId, TableArn } = this.source;
    return { TableName, TableId, TableArn, ...this.details() };
  }

  describe(status?: BackupStatus): BackupDescription {
    const { TableName, TableId, TableArn, KeySchema, CreationDateTime, ProvisionedThroughput } = this.source;
    const { BillingModeSummary, SSEDescription } = this.source;
    return {
      BackupDetails: this.details(status),
      SourceTableDetails: {
        TableName,
        TableId,
        TableArn,
        TableSizeBytes: 0,
        KeySchema,
        TableCreationDateTime: CreationDateTime,
        ProvisionedThroughput: {
          ReadCapacityUnits: ProvisionedThroughput?.ReadCapacityUnits,
          WriteCapacityUnits: ProvisionedThroughput?.WriteCapacityUnits,
        },
        ItemCount: 0,
        BillingMode: BillingModeSummary?.BillingMode ?? "PROVISIONED",
      },
      SourceTableFeatureDetails: {
        ...this.#indexes(),
        TimeToLiveDescription: this.#timeToLive,
        SSEDescription,
      },
    };
  }

  #indexes() {
    const { LocalSecondaryIndexes: local, GlobalSecondaryIndexes: global } = this.source;
    return {
      LocalSecondaryIndexes: local?.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
      GlobalSecondaryIndexes: global?.map(({ IndexName, KeySchema, Projection, ProvisionedThroughput: units }) => ({
        IndexName,
        KeySchema,
        Projection,
        ProvisionedThroughput: units && {
          ReadCapacityUnits: units.ReadCapacityUnits,
          WriteCapacityUnits: units.WriteCapacityUnits,
        },
      })),
    };
  }
}
