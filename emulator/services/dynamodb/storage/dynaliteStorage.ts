import type { Action, CheckedInput, Store, StoredItem, StoredTable, Validation } from "dynalite/db/index.js";
import { z } from "zod";
import { AwsError } from "../../../awsError.ts";
import { allItems } from "../allItems.ts";
import type { ItemStorage, TableDefinition } from "./itemStorage.ts";
import { fromStored, toStored } from "./storedValue.ts";

type Dynalite = typeof import("./dynaliteParts.ts");

/** Opens an empty storage by dynalite, which is loaded for the first one. */
export async function openDynaliteStorage(): Promise<ItemStorage> {
  return new DynaliteStorage(await import("./dynaliteParts.ts"));
}

/**
 * Item storage in memory by dynalite. Its rules and actions are called as they are; its tables are written past its own
 * CreateTable, UpdateTable and DeleteTable, which work with timers.
 */
class DynaliteStorage implements ItemStorage {
  readonly #dynalite: Dynalite;
  readonly #store: Store;
  readonly #tableNames = new Set<string>();

  constructor(dynalite: Dynalite) {
    this.#dynalite = dynalite;
    this.#store = dynalite.database.create({});
  }

  async createTable(definition: TableDefinition): Promise<void> {
    this.#check(this.#dynalite.createTableRules, definition);
    const name = definition.TableName;
    if (this.#tableNames.has(name)) throw new AwsError("ResourceInUseException", `Table already exists: ${name}`);
    this.#tableNames.add(name);
    await finished((done) => this.#store.tableDb.put(name, { ...definition, TableStatus: "ACTIVE" }, done));
  }

  async changeIndexes(definition: TableDefinition): Promise<void> {
    this.#check(this.#dynalite.createTableRules, definition);
    const name = definition.TableName;
    const present = await finished<StoredTable>((done) => this.#store.getTable(name, false, done));
    const kept = new Set(definition.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
    for (const { IndexName } of present.GlobalSecondaryIndexes ?? []) {
      if (!kept.has(IndexName)) {
        await finished((done) => this.#store.deleteIndexDb("Global", name, IndexName, done));
      }
    }
    await finished((done) => this.#store.tableDb.put(name, { ...definition, TableStatus: "ACTIVE" }, done));
    // Whoever writes an item writes it into all indexes.
    for (const item of await allItems(this, name)) await this.putItem({ TableName: name, Item: item }).catch(passOver);
  }

  async deleteTable(tableName: string): Promise<void> {
    const table = await finished<StoredTable>((done) => this.#store.getTable(tableName, false, done));
    await finished((done) => this.#store.tableDb.del(tableName, done));
    await finished((done) => this.#store.deleteItemDb(tableName, done));
    for (const { IndexName } of table.LocalSecondaryIndexes ?? []) {
      await finished((done) => this.#store.deleteIndexDb("Local", tableName, IndexName, done));
    }
    for (const { IndexName } of table.GlobalSecondaryIndexes ?? []) {
      await finished((done) => this.#store.deleteIndexDb("Global", tableName, IndexName, done));
    }
    this.#tableNames.delete(tableName);
  }

  getItem: ItemStorage["getItem"] = async (request) => {
    const { getItemRules, getItem } = this.#dynalite;
    const { Item, ...answer } = await this.#run(getItemRules, getItem, request);
    return { ...answer, Item: Item && fromStored(Item) };
  };

  putItem: ItemStorage["putItem"] = async (request) => {
    const { putItemRules, putItem } = this.#dynalite;
    return withAttributes(await this.#run(putItemRules, putItem, request));
  };

  updateItem: ItemStorage["updateItem"] = async (request) => {
    const { updateItemRules, updateItem } = this.#dynalite;
    return withAttributes(await this.#run(updateItemRules, updateItem, request));
  };

  deleteItem: ItemStorage["deleteItem"] = async (request) => {
    const { deleteItemRules, deleteItem } = this.#dynalite;
    return withAttributes(await this.#run(deleteItemRules, deleteItem, request));
  };

  query: ItemStorage["query"] = async (request) => {
    const { queryRules, query } = this.#dynalite;
    return withItems(await this.#run(queryRules, query, request));
  };

  scan: ItemStorage["scan"] = async (request) => {
    const { scanRules, scan } = this.#dynalite;
    // The action knows the parameter; its list of parameters does not.
    const rules = { ...scanRules, types: { ...scanRules.types, ConsistentRead: "Boolean" } };
    return withItems(await this.#run(rules, scan, request));
  };

  batchGetItem: ItemStorage["batchGetItem"] = async (request) => {
    const { batchGetItemRules, batchGetItem } = this.#dynalite;
    const answer = await this.#run(batchGetItemRules, batchGetItem, request);
    return {
      ...answer,
      Responses: mapValues(answer.Responses, (items) => items.map(fromStored)),
      UnprocessedKeys: mapValues(answer.UnprocessedKeys, (rest) => ({ ...rest, Keys: rest.Keys.map(fromStored) })),
    };
  };

  batchWriteItem: ItemStorage["batchWriteItem"] = (request) => {
    const { batchWriteItemRules, batchWriteItem } = this.#dynalite;
    return this.#run(batchWriteItemRules, batchWriteItem, request);
  };

  close(): Promise<void> {
    return this.#store.db.close();
  }

  /** Checks a request as DynamoDB does, and throws its error. */
  #check({ types, custom }: Validation, request: object): CheckedInput {
    const { validations } = this.#dynalite;
    try {
      const checked = validations.checkTypes(toStored(request), types);
      validations.checkValidations(checked, types, custom, this.#store);
      return checked;
    } catch (error) {
      throw asAwsError(error);
    }
  }

  async #run<Answer>(rules: Validation, action: Action<Answer>, request: object): Promise<Answer> {
    const checked = this.#check(rules, request);
    return finished<Answer>((done) => action(this.#store, checked, done));
  }
}

/** An item whose attribute has another type than the key of a new index cannot be in it. */
function passOver(error: unknown): void {
  if (!(error instanceof AwsError)) throw error;
}

function withAttributes<Answer extends { readonly Attributes?: StoredItem }>({ Attributes, ...answer }: Answer) {
  return { ...answer, Attributes: Attributes && fromStored(Attributes) };
}

function withItems<Answer extends { readonly Items?: readonly StoredItem[]; readonly LastEvaluatedKey?: StoredItem }>({
  Items,
  LastEvaluatedKey,
  ...answer
}: Answer) {
  return {
    ...answer,
    Items: Items?.map(fromStored),
    LastEvaluatedKey: LastEvaluatedKey && fromStored(LastEvaluatedKey),
  };
}

function mapValues<Value, Mapped>(values: Readonly<Record<string, Value>>, map: (value: Value) => Mapped) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}

function finished<Result = void>(start: (done: (error: unknown, result: Result) => void) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    start((error, result) => {
      if (error === null || error === undefined) resolve(result);
      else reject(asAwsError(error));
    });
  });
}

const dynaliteError = z.object({
  statusCode: z.number(),
  body: z.object({ __type: z.string(), message: z.string().optional(), Message: z.string().optional() }),
});

/** dynalite's answers to bad requests, and ours; anything else is a bug and stays what it is. */
function asAwsError(error: unknown): Error {
  const parsed = dynaliteError.safeParse(error);
  if (!parsed.success) return error instanceof Error ? error : new Error(String(error));
  const { statusCode, body } = parsed.data;
  const code = body.__type.slice(body.__type.indexOf("#") + 1);
  return new AwsError(code, body.message ?? body.Message ?? "", { status: statusCode });
}
