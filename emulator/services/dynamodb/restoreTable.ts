import type { RestoreSummary, SSESpecification } from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { makeTable } from "./makeTable.ts";
import { openTableKey } from "./openTableKey.ts";
import { requestedEncryption, type RequestedEncryption } from "./requestedEncryption.ts";
import { restoredDefinition, type RestoreOverrides } from "./restoredDefinition.ts";
import type { Snapshot, TableDefinition } from "./storage/itemStorage.ts";
import type { Table } from "./table.ts";
import type { TableKey } from "./tableKey.ts";

/** What a table is restored from. */
export interface RestoreSource {
  readonly definition: TableDefinition;
  /** Absent: it was encrypted under a key that DynamoDB owns. */
  readonly key?: TableKey;
  /** The id of the table that it was made of. */
  readonly tableId: string;
  readonly items: Snapshot;
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
  origin: Pick<RestoreSummary, "SourceBackupArn" | "SourceTableArn" | "RestoreDateTime">,
): Promise<Table> {
  const name = request.TargetTableName;
  if (context.state.dynamodb.table(name)) {
    throw new AwsError("TableAlreadyExistsException", `Table already exists: ${name}`);
  }
  const definition = restoredDefinition(source.definition, request);
  const { items, ownedKeys } = context.state.dynamodb;
  const from = source.key ? await openTableKey(context, source.key) : ownedKeys.cipherOf(source.tableId);
  const { table, cipher: to } = await makeTable(context, definition, encryptionOf(source, request), {
    deletionProtection: false,
    restoreSummary: { ...origin, RestoreInProgress: false },
  });
  items.restore(name, source.items, from, to);
  return table;
}

function encryptionOf({ key }: RestoreSource, { SSESpecificationOverride }: RestoreRequest): RequestedEncryption {
  if (SSESpecificationOverride) return requestedEncryption(SSESpecificationOverride);
  return key ? { kind: "kms", keyId: key.keyArn } : { kind: "owned" };
}
