import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { tableAccess } from "./tableAccess.ts";

/** Source: DynamoDB Developer Guide, "Using IAM with backup and restore". */
const readAndWrite = ["BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem"] as const;

/** The permissions on the table that a restore makes: everything that fills it. */
export function restoreAccess(context: CallContext, targetName: string): NeededAccess[] {
  return readAndWrite.map((name) => tableAccess(context, `dynamodb:${name}`, targetName));
}
