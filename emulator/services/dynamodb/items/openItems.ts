import { AwsError } from "../../../awsError.ts";
import type { Items, TableCiphers } from "../storage/itemStorage.ts";
import type { ItemTable } from "../storage/itemTable.ts";
import { batchGetItem } from "./batchGetItem.ts";
import { batchWriteItem } from "./batchWriteItem.ts";
import { deleteItem } from "./deleteItem.ts";
import { getItem } from "./getItem.ts";
import type { FindTable, OpenTable } from "./openTable.ts";
import { putItem } from "./putItem.ts";
import { query } from "./query.ts";
import { scan } from "./scan.ts";
import { transactGetItems } from "./transactGetItems.ts";
import type { TransactionTokens } from "./transactionTokens.ts";
import { transactWriteItems } from "./transactWriteItems.ts";
import { updateItem } from "./updateItem.ts";

type ItemsInput<Name extends keyof Items> = Parameters<Items[Name]>[0];
type ItemsOutput<Name extends keyof Items> = ReturnType<Items[Name]>;

/** The items of the tables of which the ciphers are at hand. */
export class OpenItems implements Items {
  readonly #tables: ReadonlyMap<string, ItemTable>;
  readonly #ciphers: TableCiphers;
  readonly #tokens: TransactionTokens;
  readonly #find: FindTable = (name) => this.#open(name);

  constructor(tables: ReadonlyMap<string, ItemTable>, ciphers: TableCiphers, tokens: TransactionTokens) {
    this.#tables = tables;
    this.#ciphers = ciphers;
    this.#tokens = tokens;
  }

  getItem(request: ItemsInput<"getItem">): ItemsOutput<"getItem"> {
    return getItem(this.#find, request);
  }

  putItem(request: ItemsInput<"putItem">): ItemsOutput<"putItem"> {
    return putItem(this.#find, request);
  }

  updateItem(request: ItemsInput<"updateItem">): ItemsOutput<"updateItem"> {
    return updateItem(this.#find, request);
  }

  deleteItem(request: ItemsInput<"deleteItem">): ItemsOutput<"deleteItem"> {
    return deleteItem(this.#find, request);
  }

  query(request: ItemsInput<"query">): ItemsOutput<"query"> {
    return query(this.#find, request);
  }

  scan(request: ItemsInput<"scan">): ItemsOutput<"scan"> {
    return scan(this.#find, request);
  }

  batchGetItem(request: ItemsInput<"batchGetItem">): ItemsOutput<"batchGetItem"> {
    return batchGetItem(this.#find, request);
  }

  batchWriteItem(request: ItemsInput<"batchWriteItem">): ItemsOutput<"batchWriteItem"> {
    return batchWriteItem(this.#find, request);
  }

  transactGetItems(request: ItemsInput<"transactGetItems">): ItemsOutput<"transactGetItems"> {
    return transactGetItems(this.#find, request);
  }

  transactWriteItems(request: ItemsInput<"transactWriteItems">, now: Date): ItemsOutput<"transactWriteItems"> {
    return transactWriteItems(this.#find, this.#tokens, request, now);
  }

  #open(name: string): OpenTable {
    const table = this.#tables.get(name);
    if (!table) throw new AwsError("ResourceNotFoundException", "Requested resource not found");
    const cipher = this.#ciphers.get(name);
    if (!cipher) throw new Error(`The table ${name} is used without its cipher.`);
    return { table, cipher };
  }
}
