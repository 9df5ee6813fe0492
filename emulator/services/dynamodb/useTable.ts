import type { CallContext } from "../../callContext.ts";
import { deleteExpired } from "./deleteExpired.ts";
import { invalidParameter, validationException } from "./errors.ts";
import { requireTableOfItems } from "./findTable.ts";
import { namedTable, type NamedTable } from "./namedTable.ts";
import { storeOf } from "./storeOf.ts";
import type { ItemCipher } from "./storage/itemCipher.ts";
import type { Items } from "./storage/itemStorage.ts";
import type { Table } from "./table.ts";
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
export async function useTable(context: CallContext, named: NamedTable): Promise<UsableTable> {
  const table = requireTableOfItems(named);
  return { name: table.name, items: await open(context, [table]) };
}

/**
 * Readies several tables. Throws as {@link useTable}, and, other than AWS, a ValidationException if they belong to several
 * accounts: each account's items are in a storage of their own.
 */
export async function useTables(context: CallContext, namesOrArns: Iterable<string>): Promise<UsableTables> {
  const found = new Map(
    [...namesOrArns].map((nameOrArn) => [nameOrArn, requireTableOfItems(namedTable(context, nameOrArn))]),
  );
  const items = await open(context, new Set(found.values()));
  return { names: new Map([...found].map(([nameOrArn, { name }]) => [nameOrArn, name])), items };
}

async function open(context: CallContext, tables: Iterable<Table>): Promise<Items> {
  const ciphers = new Map<string, ItemCipher>();
  const [first, ...others] = tables;
  if (!first) return context.state.dynamodb.items.use(ciphers);
  if (others.some(({ accountId }) => accountId !== first.accountId)) {
    throw validationException(
      "The embedded AWS does not carry requests for tables of several accounts yet: make a request for each account.",
    );
  }
  for (const table of [first, ...others]) ciphers.set(table.name, await tableCipher(context, table));
  const items = storeOf(context, first).items.use(ciphers);
  for (const table of [first, ...others]) deleteExpired(context, table, items);
  return items;
}

/** A request under its table's name, whatever it had named it by. */
export function tableNamed<Request extends { readonly TableName: string }>(
  names: UsableTables["names"],
  request: Request,
): Request {
  return underName(request, names.get(request.TableName) ?? request.TableName);
}

/** A request under the name of its one table. */
export function underName<Request extends { readonly TableName: string }>(
  request: Request,
  TableName: string,
): Request {
  return request.TableName === TableName ? request : { ...request, TableName };
}

/**
 * Readies the tables of a batch, and gives back its requests under the tables' names. Throws as {@link useTables}, and
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
