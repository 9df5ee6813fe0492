import type { CallContext } from "../../callContext.ts";
import { archiveIfLost } from "./archiveIfLost.ts";
import type { Table } from "./table.ts";
import type { TableAddress } from "./tableAddress.ts";

/**
 * The table at an address, in the account that owns it; asking makes no account. What time has done to the table since it was
 * last looked at has happened.
 */
export function tableAt(context: CallContext, { accountId, name }: TableAddress): Table | undefined {
  const table = context.instance.findRegion(accountId, context.region)?.dynamodb.table(name);
  if (table) archiveIfLost(context, table);
  return table;
}
