import type { CallContext } from "../../callContext.ts";
import type { Table } from "./table.ts";
import { tableAddress, type TableAddress } from "./tableAddress.ts";
import { tableAt } from "./tableAt.ts";

/** A table that a request names, whether it exists or not: permission on it is asked either way. */
export interface NamedTable {
  readonly address: TableAddress;
  readonly table?: Table;
}

/** The table that a request names by its name or ARN. Throws ValidationException for an ARN of another region. */
export function namedTable(context: CallContext, nameOrArn: string): NamedTable {
  return addressedTable(context, tableAddress(context, nameOrArn));
}

export function addressedTable(context: CallContext, address: TableAddress): NamedTable {
  return { address, table: tableAt(context, address) };
}
