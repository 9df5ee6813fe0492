import type { CallContext } from "../../callContext.ts";
import { deleteExpired } from "./deleteExpired.ts";
import { invalidParameter, validationException } from "./errors.ts";
import { findTableOfItems } from "./findTable.ts";
import { openTableKey } from "./openTableKey.ts";
import { storeOf } from "./storeOf.ts";
import type { ItemStorage } from "./storage/itemStorage.ts";

/** A table whose items the caller may now work with. */
export interface UsableTable {
  readonly name: string;
  readonly items: ItemStorage;
}

/**
 * Readies a table for work with its items: it must exist, and its key must be available to the caller, for writing as for
 * reading. Throws ResourceNotFoundException, or KMS's errors as DynamoDB words them.
 */
export async function useTable(context: CallContext, nameOrArn: string): Promise<UsableTable> {
  const table = findTableOfItems(context, nameOrArn);
  if (table.key) await openTableKey(context, table.key);
  const items = await storeOf(context, table).items();
  await deleteExpired(context, table, items);
  return { name: table.name, items };
}

/**
 * Readies the tables of a batch, and gives back its requests under the tables' names. Throws ValidationException if a table is
 * there by its name and by its ARN, and, other than AWS, if the tables belong to several accounts: each account's items are
 * in a storage of their own.
 */
export async function useTables<Request>(
  context: CallContext,
  requests: Readonly<Record<string, Request>>,
): Promise<{ readonly items: ItemStorage; readonly requests: Record<string, Request> }> {
  const named = new Map<string, Request>();
  const storages = new Set<ItemStorage>();
  for (const [nameOrArn, request] of Object.entries(requests)) {
    const { name, items } = await useTable(context, nameOrArn);
    storages.add(items);
    if (storages.size > 1) {
      throw validationException(
        "The embedded AWS does not carry batches over tables of several accounts yet: make a request for each account.",
      );
    }
    if (named.has(name)) throw invalidParameter(`The table ${name} is named twice in RequestItems`);
    named.set(name, request);
  }
  const [items = await context.state.dynamodb.items()] = storages;
  return { items, requests: Object.fromEntries(named) };
}
