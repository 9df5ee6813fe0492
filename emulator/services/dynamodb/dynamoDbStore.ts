import type { RandomSource } from "../../randomSource.ts";
import { OwnedKeys } from "./ownedKeys.ts";
import type { ItemStorage } from "./storage/itemStorage.ts";
import { MemoryStorage } from "./storage/memoryStorage.ts";
import type { Table } from "./table.ts";

/** DynamoDB's state of one account in one region. */
export class DynamoDbStore {
  readonly items: ItemStorage = new MemoryStorage();
  readonly ownedKeys: OwnedKeys;
  readonly #tables = new Map<string, Table>();

  constructor(random: RandomSource) {
    this.ownedKeys = new OwnedKeys(random);
  }

  addTable(table: Table): void {
    this.#tables.set(table.name, table);
  }

  removeTable(table: Table): void {
    this.#tables.delete(table.name);
    this.ownedKeys.forget(table.id);
  }

  table(name: string): Table | undefined {
    return this.#tables.get(name);
  }

  /** The names of all tables, sorted. */
  tableNames(): string[] {
    return [...this.#tables.keys()].sort();
  }
}
