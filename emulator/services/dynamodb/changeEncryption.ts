import type { SSESpecification } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../callContext.ts";
import { encryptTable } from "./encryptTable.ts";
import { invalidParameter } from "./errors.ts";
import { requestedEncryption, type RequestedEncryption } from "./requestedEncryption.ts";
import { retireGrants } from "./retireGrants.ts";
import type { ItemCipher } from "./storage/itemCipher.ts";
import type { Table } from "./table.ts";
import { storeOf } from "./storeOf.ts";
import { tableCipher } from "./tableCipher.ts";
import type { TableKey } from "./tableKey.ts";

/**
 * Encrypts a table anew. The old table key must be available to the caller (with a disabled old key every change is
 * refused), and the new one is made as when a table is created. Nothing has changed if it fails.
 * Source of the order of the checks: recorded answers.
 */
export async function changeEncryption(
  context: CallContext,
  table: Table,
  specification: SSESpecification,
): Promise<void> {
  const requested = requestedEncryption(specification);
  refuseSameKey(table, requested);
  table.encryptionChanges.check(context.now);
  const old = table.key;
  const oldCipher = await tableCipher(context, table);
  const next = await newEncryption(context, table, requested);
  storeOf(context, table).items.reencrypt(table.name, oldCipher, next.cipher);
  table.key = next.key;
  table.encryptionChanges.record(context.now);
  if (old) await retireGrants(context, table.arn, old.keyArn, old.grantIds);
}

async function newEncryption(
  context: CallContext,
  table: Table,
  requested: RequestedEncryption,
): Promise<{ readonly key?: TableKey; readonly cipher: ItemCipher }> {
  if (requested.kind === "kms") return encryptTable(context, table, requested.keyId);
  return { cipher: storeOf(context, table).ownedKeys.cipherOf(table.id) };
}

/** AWS compares with the key's ARN only: an alias or id of the same key, or none, encrypts the table anew. */
function refuseSameKey({ key }: Table, requested: RequestedEncryption): void {
  if (requested.kind === "owned") {
    if (!key) throw invalidParameter("Table is already encrypted by default");
    return;
  }
  if (key?.keyArn === requested.keyId) {
    throw invalidParameter(
      "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you want to change Master Key",
    );
  }
}
