import { AwsError } from "../../../awsError.ts";
import type { Items, TableCiphers } from "../storage/itemStorage.ts";
import type { ItemTable } from "../storage/itemTable.ts";
import { batchGetItem } from "./batchGetItem.ts";
import { batchWriteItem } from "./batchWriteItem.ts";
import { deleteItem } from "./deleteItem.ts";
import { getItem } from "./getItem.ts";
import type { FindTable } from "./openTable.ts";
import { putItem } from "./putItem.ts";
import { query } from "./query.ts";
import { scan } from "./scan.ts";
import { transactGetItems } from "./transactGetItems.ts";
import type { TransactionTokens } from "./transactionTokens.ts";
import { transactWriteItems } from "./transactWriteItems.ts";
import { updateItem } from "./updateItem.ts";

/** The items of the tables of which the ciphers are at hand. */
export class OpenItems implements Items {
  readonly #find: FindTable;
  readonly #tokens: TransactionTokens;

  constructor(tables: ReadonlyMap<string, ItemTable>, ciphers: TableCiphers, tokens: TransactionTokens) {
    this.#tokens = tokens;
    this.#find = (name) => {
      const table = tables.get(name);
      if (!table) throw new AwsError("ResourceNotFoundException", "Requested resource not found");
      const cipher = ciphers.get(name);
      if (!cipher) throw new Error(`The table ${name} is used without its cipher.`);
      return { table, cipher };
    };
  }

  getItem: Items["getItem"] = (request) => getItem(this.#find, request);
  putItem: Items["putItem"] = (request) => putItem(this.#find, request);
  updateItem: Items["updateItem"] = (request) => updateItem(this.#find, request);
  deleteItem: Items["deleteItem"] = (request) => deleteItem(this.#find, request);
  query: Items["query"] = (request) => query(this.#find, request);
  scan: Items["scan"] = (request) => scan(this.#find, request);
  batchGetItem: Items["batchGetItem"] = (request) => batchGetItem(this.#find, request);
  batchWriteItem: Items["batchWriteItem"] = (request) => batchWriteItem(this.#find, request);
  transactGetItems: Items["transactGetItems"] = (request) => transactGetItems(this.#find, request);
  transactWriteItems: Items["transactWriteItems"] = (request, now) =>
    transactWriteItems(this.#find, this.#tokens, request, now);
}
