import type { RestoreSummary, SSESpecification } from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Item } from "./allItems.ts";
import { makeTable } from "./makeTable.ts";
import { openTableKey } from "./openTableKey.ts";
import { requestedEncryption, type RequestedEncryption } from "./requestedEncryption.ts";
import { restoredDefinition, type RestoreOverrides } from "./restoredDefinition.ts";
import type { TableDefinition } from "./storage/itemStorage.ts";
import type { Table } from "./table.ts";
import type { TableKey } from "./tableKey.ts";

/** What a table is restored from. */
export interface RestoreSource {
  readonly definition: TableDefinition;
  readonly key?: TableKey;
  items(): Promise<readonly Item[]>;
}

/** A request to restore, as both operations have it. */
export type RestoreRequest = RestoreOverrides & { readonly SSESpecificationOverride?: SSESpecification };

/**
 * Makes a table of what was kept of another. The key under which that was encrypted must be available to the caller; the new
 * table is under the same key unless told otherwise. Tags, policy, time to live, point-in-time recovery and deletion protection
 * are not restored. Throws TableAlreadyExistsException, and KMS's errors as DynamoDB words them.
 * Source: DynamoDB Developer Guide, "Backup and restore for DynamoDB".
 */
export async function restoreTable(
  context: CallContext,
  source: RestoreSource,
  request: RestoreRequest,
  from: Pick<RestoreSummary, "SourceBackupArn" | "SourceTableArn" | "RestoreDateTime">,
): Promise<Table> {
  const name = request.TargetTableName;
  if (context.state.dynamodb.table(name)) {
    throw new AwsError("TableAlreadyExistsException", `Table already exists: ${name}`);
  }
  const definition = restoredDefinition(source.definition, request);
  if (source.key) await openTableKey(context, source.key);
  const table = await makeTable(context, definition, encryptionOf(source, request), {
    tags: new Map(),
    deletionProtection: false,
    restoreSummary: { ...from, RestoreInProgress: false },
  });
  const storage = await context.state.dynamodb.items();
  for (const Item of await source.items()) await storage.putItem({ TableName: name, Item });
  return table;
}

function encryptionOf({ key }: RestoreSource, { SSESpecificationOverride }: RestoreRequest): RequestedEncryption {
  if (SSESpecificationOverride) return requestedEncryption(SSESpecificationOverride);
  return key ? { kind: "kms", keyId: key.keyArn } : { kind: "owned" };
}
