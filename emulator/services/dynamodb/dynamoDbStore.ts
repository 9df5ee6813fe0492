import { openDynaliteStorage } from "./storage/dynaliteStorage.ts";
import type { ItemStorage } from "./storage/itemStorage.ts";

import type { Table } from "./table.ts";

/** DynamoDB's state of one account in one region. */
export class DynamoDbStore {
  readonly #tables = new Map<string, Table>();
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

  /** The names of all tables, sorted. */
  tableNames(): string[] {
    return [...this.#tables.keys()].sort();
  }

  async close(): Promise<void> {
    const items = await this.#items;
    await items?.close();
  }
}
