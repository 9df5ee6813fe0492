import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NamedTable } from "./namedTable.ts";
import type { Table } from "./table.ts";
import { policyAddress, tableAddress, taggedTableAddress, type TableAddress } from "./tableAddress.ts";
import { tableAt } from "./tableAt.ts";

/** The table of a table operation. Throws ResourceNotFoundException that names it. */
export function findTable(context: CallContext, nameOrArn: string): Table {
  return findTableAt(context, tableAddress(context, nameOrArn));
}

/** The table of an operation on resource policies. Throws as {@link findTable} does. */
export function findPolicyTable(context: CallContext, arn: string): Table {
  return findTableAt(context, policyAddress(context, arn));
}

/**
 * The table of an item operation. Throws ResourceNotFoundException; also for an archived table, as for every table that is
 * not active. The answer for archived ones was not recorded.
 */
export function requireTableOfItems({ table }: NamedTable): Table {
  return table && table.archivalBackupArn === undefined ? table : notFound("");
}

/** The table of an operation that changes it. Throws ResourceInUseException for an archived table; not recorded. */
export function findTableToChange(context: CallContext, nameOrArn: string): Table {
  const table = findTable(context, nameOrArn);
  if (table.archivalBackupArn !== undefined) {
    throw new AwsError(
      "ResourceInUseException",
      `Attempt to change a resource which is still in use: Table is archived: ${table.name}`,
    );
  }
  return table;
}

/** The table of a tagging operation. Throws ResourceNotFoundException that names its ARN (with AWS's own slip of the pen). */
export function findTaggedTable(context: CallContext, arn: string): Table {
  return tableAt(context, taggedTableAddress(context, arn)) ?? notFound(`: ResourcArn: ${arn} not found`);
}

/** The table of an operation on backups. Throws TableNotFoundException, and TableInUseException for an archived table. */
export function findTableToBackUp(context: CallContext, nameOrArn: string): Table {
  const address = tableAddress(context, nameOrArn);
  const table = tableAt(context, address);
  if (!table) throw new AwsError("TableNotFoundException", `Table not found: ${address.name}`);
  if (table.archivalBackupArn !== undefined) {
    throw new AwsError("TableInUseException", `Table is archived: ${table.name}`);
  }
  return table;
}

function findTableAt(context: CallContext, address: TableAddress): Table {
  return tableAt(context, address) ?? notFound(`: Table: ${address.name} not found`);
}

function notFound(detail: string): never {
  throw new AwsError("ResourceNotFoundException", `Requested resource not found${detail}`);
}
