import type { CallContext } from "../../callContext.ts";
import { invalidParameter } from "./errors.ts";
import { findTableOfItems } from "./findTable.ts";
import type { ItemCipher } from "./storage/itemCipher.ts";
import type { Items } from "./storage/itemStorage.ts";
import { tableCipher } from "./tableCipher.ts";

/** A table whose items the caller may now work with. */
export interface UsableTable {
  readonly name: string;
  readonly items: Items;
}

/** Tables whose items the caller may now work with, by the names or ARNs that the request has for them. */
export interface UsableTables {
  readonly names: ReadonlyMap<string, string>;
  readonly items: Items;
}

/**
 * Readies a table for work with its items: it must exist, and its key must be available to the caller, for writing as for
 * reading. Throws ResourceNotFoundException, or KMS's errors as DynamoDB words them.
 */
export async function useTable(context: CallContext, nameOrArn: string): Promise<UsableTable> {
  const { name } = findTableOfItems(context, nameOrArn);
  const { items } = await useTables(context, [nameOrArn]);
  return { name, items };
}

/** Readies several tables. Throws as {@link useTable}. */
export async function useTables(context: CallContext, namesOrArns: Iterable<string>): Promise<UsableTables> {
  const names = new Map<string, string>();
  const ciphers = new Map<string, ItemCipher>();
  for (const nameOrArn of namesOrArns) {
    const table = findTableOfItems(context, nameOrArn);
    names.set(nameOrArn, table.name);
    if (!ciphers.has(table.name)) ciphers.set(table.name, await tableCipher(context, table));
  }
  return { names, items: context.state.dynamodb.items.use(ciphers) };
}

/** A request under its table's name, whatever it had named it by. */
export function tableNamed<Request extends { readonly TableName: string }>(
  names: UsableTables["names"],
  request: Request,
): Request {
  return { ...request, TableName: names.get(request.TableName) ?? request.TableName };
}

/**
 * Readies the tables of a batch, and gives back its requests under the tables' names. Throws as {@link useTable}, and
 * ValidationException if a table is there by its name and by its ARN.
 */
export async function useBatchTables<Request>(
  context: CallContext,
  requests: Readonly<Record<string, Request>>,
): Promise<{ readonly items: Items; readonly requests: Record<string, Request> }> {
  const { names, items } = await useTables(context, Object.keys(requests));
  const named = new Map<string, Request>();
  for (const [nameOrArn, request] of Object.entries(requests)) {
    const name = names.get(nameOrArn) ?? nameOrArn;
    if (named.has(name)) throw invalidParameter(`The table ${name} is named twice in RequestItems`);
    named.set(name, request);
  }
  return { items, requests: Object.fromEntries(named) };
}
