import type { RandomSource } from "../../randomSource.ts";
import type { Backup } from "./backup.ts";
import { OwnedKeys } from "./ownedKeys.ts";
import type { ItemStorage } from "./storage/itemStorage.ts";
import { MemoryStorage } from "./storage/memoryStorage.ts";
import type { Table } from "./table.ts";

/** DynamoDB's state of one account in one region. */
export class DynamoDbStore {
  readonly items: ItemStorage = new MemoryStorage();
  readonly ownedKeys: OwnedKeys;
  readonly #tables = new Map<string, Table>();
  readonly #backups = new Map<string, Backup>();

  constructor(random: RandomSource) {
    this.ownedKeys = new OwnedKeys(random);
  }

  addTable(table: Table): void {
    this.#tables.set(table.name, table);
  }

  removeTable(table: Table): void {
    this.#tables.delete(table.name);
    this.#forgetKey(table.id);
  }

  table(name: string): Table | undefined {
    return this.#tables.get(name);
  }

  tables(): Table[] {
    return [...this.#tables.values()];
  }

  /** The names of all tables, sorted. */
  tableNames(): string[] {
    return [...this.#tables.keys()].sort();
  }

  addBackup(backup: Backup): void {
    this.#backups.set(backup.arn, backup);
  }

  removeBackup(backup: Backup): void {
    this.#backups.delete(backup.arn);
    this.#forgetKey(backup.tableId);
  }

  backup(arn: string): Backup | undefined {
    return this.#backups.get(arn);
  }

  backups(): Backup[] {
    return [...this.#backups.values()];
  }

  /** The key of a table is needed as long as there is the table, or a backup of it. */
  #forgetKey(tableId: string): void {
    const isNeeded = [...this.#tables.values()].some(({ id }) => id === tableId);
    if (!isNeeded && !this.backups().some((backup) => backup.tableId === tableId)) this.ownedKeys.forget(tableId);
  }
}
