/** What is used of dynalite, which ships without types. It keeps blobs as base64 text. */
declare module "dynalite" {
  import type { Server } from "node:http";

  /** The whole server, which benchmarks compare with. */
  const dynalite: (options?: {
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }) => Server;
  export default dynalite;
}

declare module "dynalite/db/index.js" {
  export interface StoredValue {
    readonly S?: string;
    readonly N?: string;
    readonly B?: string;
    readonly SS?: string[];
    readonly NS?: string[];
    readonly BS?: string[];
    readonly M?: StoredItem;
    readonly L?: StoredValue[];
    readonly NULL?: boolean;
    readonly BOOL?: boolean;
  }

  export type StoredItem = Readonly<Record<string, StoredValue>>;

  type Callback<Result = void> = (error: unknown, result: Result) => void;

  /** What dynalite has to know of a table to work on its items. */
  export interface StoredTable {
    readonly TableStatus: "ACTIVE";
    readonly LocalSecondaryIndexes?: readonly { readonly IndexName: string }[];
    readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string }[];
  }

  export interface Store {
    readonly db: { close(): Promise<void> };
    readonly tableDb: {
      put(tableName: string, table: StoredTable, callback: Callback): void;
      del(tableName: string, callback: Callback): void;
    };
    getTable(tableName: string, mustBeActive: boolean, callback: Callback<StoredTable>): void;
    deleteItemDb(tableName: string, callback: Callback): void;
    deleteIndexDb(kind: "Local" | "Global", tableName: string, indexName: string, callback: Callback): void;
  }

  /** An input that dynalite's validations have accepted. */
  export interface CheckedInput {
    readonly checked: unique symbol;
  }

  export type Action<Output> = (store: Store, input: CheckedInput, callback: Callback<Output>) => void;

  /** A shape of an input: a name of a type, or a type with its constraints and the shapes inside it. */
  export type FieldType = string | { readonly type: string; readonly children?: FieldType | FieldTypes };
  export type FieldTypes = Readonly<Record<string, FieldType>>;

  export interface Validation {
    readonly types: FieldTypes;
    readonly custom: (input: CheckedInput, store: Store) => string | undefined;
  }

  const database: { create(options: object): Store };
  export default database;
}

declare module "dynalite/validations/index.js" {
  import type { CheckedInput, FieldTypes, Store, Validation } from "dynalite/db/index.js";

  const validations: {
    /** Throws an error with `statusCode` and `body` where a type does not fit; drops what `types` does not name. */
    checkTypes(input: unknown, types: FieldTypes): CheckedInput;
    checkValidations(input: CheckedInput, types: FieldTypes, custom: Validation["custom"], store: Store): void;
  };
  export default validations;
}

declare module "dynalite/validations/*.js" {
  import type { Validation } from "dynalite/db/index.js";

  const validation: Validation;
  export default validation;
}

declare module "dynalite/actions/getItem.js" {
  import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
  import type { Action, StoredItem } from "dynalite/db/index.js";

  const action: Action<{ readonly Item?: StoredItem; readonly ConsumedCapacity?: ConsumedCapacity }>;
  export default action;
}

declare module "dynalite/actions/putItem.js" {
  import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
  import type { Action, StoredItem } from "dynalite/db/index.js";

  const action: Action<{ readonly Attributes?: StoredItem; readonly ConsumedCapacity?: ConsumedCapacity }>;
  export default action;
}

declare module "dynalite/actions/updateItem.js" {
  export { default } from "dynalite/actions/putItem.js";
}

declare module "dynalite/actions/deleteItem.js" {
  export { default } from "dynalite/actions/putItem.js";
}

declare module "dynalite/actions/query.js" {
  import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
  import type { Action, StoredItem } from "dynalite/db/index.js";

  const action: Action<{
    readonly Items?: readonly StoredItem[];
    readonly Count: number;
    readonly ScannedCount: number;
    readonly LastEvaluatedKey?: StoredItem;
    readonly ConsumedCapacity?: ConsumedCapacity;
  }>;
  export default action;
}

declare module "dynalite/actions/scan.js" {
  export { default } from "dynalite/actions/query.js";
}

declare module "dynalite/actions/batchGetItem.js" {
  import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
  import type { Action, StoredItem } from "dynalite/db/index.js";

  const action: Action<{
    readonly Responses: Readonly<Record<string, readonly StoredItem[]>>;
    readonly UnprocessedKeys: Readonly<
      Record<
        string,
        { readonly Keys: readonly StoredItem[]; readonly AttributesToGet?: string[]; readonly ConsistentRead?: boolean }
      >
    >;
    readonly ConsumedCapacity?: ConsumedCapacity[];
  }>;
  export default action;
}

declare module "dynalite/actions/batchWriteItem.js" {
  import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
  import type { Action } from "dynalite/db/index.js";

  /** `UnprocessedItems` is always empty. */
  const action: Action<{
    readonly UnprocessedItems: Readonly<Record<string, never>>;
    readonly ConsumedCapacity?: ConsumedCapacity[];
  }>;
  export default action;
}
