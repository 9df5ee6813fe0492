import type { CallContext } from "../../callContext.ts";
import type { Table } from "./table.ts";
import type { TableAddress } from "./tableAddress.ts";

/** The table at an address, in the account that owns it; asking makes no account. */
export function tableAt({ instance, region }: CallContext, { accountId, name }: TableAddress): Table | undefined {
  return instance.findRegion(accountId, region)?.dynamodb.table(name);
}
