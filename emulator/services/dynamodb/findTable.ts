import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Table } from "./table.ts";
import { taggedTableAddress, tableAddress } from "./tableAddress.ts";

/** The table of a table operation. Throws ResourceNotFoundException that names it. */
export function findTable(context: CallContext, nameOrArn: string): Table {
  const { name } = tableAddress(context, nameOrArn);
  return context.state.dynamodb.table(name) ?? notFound(`: Table: ${name} not found`);
}

/** The table of an item operation. Throws ResourceNotFoundException. */
export function findTableOfItems(context: CallContext, nameOrArn: string): Table {
  const { name } = tableAddress(context, nameOrArn);
  return context.state.dynamodb.table(name) ?? notFound("");
}

/** The table of a tagging operation. Throws ResourceNotFoundException that names its ARN (with AWS's own slip of the pen). */
export function findTaggedTable(context: CallContext, arn: string): Table {
  const { name } = taggedTableAddress(context, arn);
  return context.state.dynamodb.table(name) ?? notFound(`: ResourcArn: ${arn} not found`);
}

function notFound(detail: string): never {
  throw new AwsError("ResourceNotFoundException", `Requested resource not found${detail}`);
}
