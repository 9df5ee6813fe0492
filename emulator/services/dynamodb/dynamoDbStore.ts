import type { Backup } from "./backup.ts";
import { openDynaliteStorage } from "./storage/dynaliteStorage.ts";
import type { ItemStorage } from "./storage/itemStorage.ts";
import type { Table } from "./table.ts";

/** DynamoDB's state of one account in one region. */
export class DynamoDbStore {
  readonly #tables = new Map<string, Table>();
  readonly #backups = new Map<string, Backup>();
  #items?: Promise<ItemStorage>;

  /** Where the items are; opened on first use, as that takes a moment. */
  items(): Promise<ItemStorage> {
    this.#items ??= openDynaliteStorage();
    return this.#items;
  }

  addTable(table: Table): void {
    this.#tables.set(table.name, table);
  }

  removeTable(table: Table): void {
    this.#tables.delete(table.name);
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
  }

  backup(arn: string): Backup | undefined {
    return this.#backups.get(arn);
  }

  backups(): Backup[] {
    return [...this.#backups.values()];
  }

  async close(): Promise<void> {
    const items = await this.#items;
    await items?.close();
  }
}
