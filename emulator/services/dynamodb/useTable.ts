import type { CallContext } from "../../callContext.ts";
import { invalidParameter } from "./errors.ts";
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

/**
 * Readies the tables of a batch, and gives back its requests under the tables' names.
 * Throws ValidationException if a table is there by its name and by its ARN.
 */
export async function useTables<Request>(
  context: CallContext,
  requests: Readonly<Record<string, Request>>,
): Promise<{ readonly items: ItemStorage; readonly requests: Record<string, Request> }> {
  const named = new Map<string, Request>();
  for (const [nameOrArn, request] of Object.entries(requests)) {
    const { name } = await useTable(context, nameOrArn);
    if (named.has(name)) throw invalidParameter(`The table ${name} is named twice in RequestItems`);
    named.set(name, request);
  }
  return { items: await context.state.dynamodb.items(), requests: Object.fromEntries(named) };
}
