import { AwsError } from "../../../awsError.ts";
import { checkDefinition } from "./checkDefinition.ts";
import type { ItemCipher } from "./itemCipher.ts";
import type { InspectedItem, Items, ItemStorage, Snapshot, TableCiphers, TableDefinition } from "./itemStorage.ts";
import { ItemTable } from "./itemTable.ts";
import { OpenItems } from "../items/openItems.ts";
import { TransactionTokens } from "../items/transactionTokens.ts";
import { readSchema } from "./tableSchema.ts";

/** Item storage in the memory of this process. */
export class MemoryStorage implements ItemStorage {
  readonly #tables = new Map<string, ItemTable>();
  readonly #tokens = new TransactionTokens();

  createTable(definition: TableDefinition): void {
    checkDefinition(definition);
    const { TableName: name } = definition;
    if (this.#tables.has(name)) throw new AwsError("ResourceInUseException", `Table already exists: ${name}`);
    this.#tables.set(name, new ItemTable(name, readSchema(definition)));
  }

  changeIndexes(definition: TableDefinition, cipher: ItemCipher): void {
    checkDefinition(definition);
    const { TableName: name } = definition;
    const changed = new ItemTable(name, readSchema(definition));
    changed.take(this.#table(name).snapshot(), cipher);
    this.#tables.set(name, changed);
  }

  deleteTable(tableName: string): void {
    this.#table(tableName);
    this.#tables.delete(tableName);
  }

  use(ciphers: TableCiphers): Items {
    return new OpenItems(this.#tables, ciphers, this.#tokens);
  }

  reencrypt(tableName: string, from: ItemCipher, to: ItemCipher): void {
    this.#table(tableName).reencrypt(from, to);
  }

  snapshot(tableName: string): Snapshot {
    return this.#table(tableName).snapshot();
  }

  restore(tableName: string, snapshot: Snapshot, from: ItemCipher, to: ItemCipher): void {
    const table = this.#table(tableName);
    table.take(snapshot, from);
    table.reencrypt(from, to);
  }

  inspect(tableName: string, cipher: ItemCipher): InspectedItem[] {
    return this.#table(tableName).inspect(cipher);
  }

  #table(name: string): ItemTable {
    const table = this.#tables.get(name);
    if (table) return table;
    throw new AwsError("ResourceNotFoundException", `Requested resource not found: Table: ${name} not found`);
  }
}
