import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
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

/** The table of an item operation. Throws ResourceNotFoundException. */
export function findTableOfItems(context: CallContext, nameOrArn: string): Table {
  return tableAt(context, tableAddress(context, nameOrArn)) ?? notFound("");
}

/** The table of a tagging operation. Throws ResourceNotFoundException that names its ARN (with AWS's own slip of the pen). */
export function findTaggedTable(context: CallContext, arn: string): Table {
  return tableAt(context, taggedTableAddress(context, arn)) ?? notFound(`: ResourcArn: ${arn} not found`);
}

/** The table of an operation on backups. Throws TableNotFoundException. */
export function findTableToBackUp(context: CallContext, nameOrArn: string): Table {
  const address = tableAddress(context, nameOrArn);
  const table = tableAt(context, address);
  if (!table) throw new AwsError("TableNotFoundException", `Table not found: ${address.name}`);
  return table;
}

function findTableAt(context: CallContext, address: TableAddress): Table {
  return tableAt(context, address) ?? notFound(`: Table: ${address.name} not found`);
}

function notFound(detail: string): never {
  throw new AwsError("ResourceNotFoundException", `Requested resource not found${detail}`);
}
