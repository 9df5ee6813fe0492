import { UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Encrypts a table under a key, which it names by ARN. Yields nothing. */
export function updateTable<Table extends string, Key extends string>(
  table: Table,
  key: Key,
): Action<Record<Table, EncryptedTableOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "dynamodb:UpdateTable",
    attempt: `UpdateTable ${table} under ${key}`,
    async perform(deployed, session) {
      const command = new UpdateTableCommand({
        TableName: deployed[table].tableName,
        SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: deployed[key].arn },
      });
      return answer(await session.dynamodb.send(command), undefined);
    },
  };
}
