import type { CallContext } from "../../callContext.ts";
import { findTableOfItems } from "./findTable.ts";
import { openTableKey } from "./openTableKey.ts";
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
  const { name, key } = findTableOfItems(context, nameOrArn);
  if (key) await openTableKey(context, key);
  return { name, items: await context.state.dynamodb.items() };
}

/** Readies the tables of a batch, and gives back its requests under the tables' names. */
export async function useTables<Request>(
  context: CallContext,
  requests: Readonly<Record<string, Request>>,
): Promise<{ readonly items: ItemStorage; readonly requests: Record<string, Request> }> {
  const named: Record<string, Request> = {};
  for (const [nameOrArn, request] of Object.entries(requests)) {
    const { name } = await useTable(context, nameOrArn);
    named[name] = request;
  }
  return { items: await context.state.dynamodb.items(), requests: named };
}
