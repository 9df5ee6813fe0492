import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import type { EncryptedTableOutputs } from "../../../infra/encryptedTable.ts";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { nameOfKey } from "../nameOfKey.ts";

/**
 * Describes a table. Yields `{ status, primaryKey, billingMode, encryptedUnder }`: `primaryKey` as attributes with their types,
 * `id S`, and the name of `key`, if one is given and the table is encrypted under it, `"another key"`, or `"DynamoDB's own key"`.
 */
export function describeTable<Table extends string, Key extends string = never>(
  table: Table,
  key?: Key,
): Action<Record<Table, EncryptedTableOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "dynamodb:DescribeTable",
    attempt: `DescribeTable ${table}`,
    async perform(deployed, session) {
      const output = await session.dynamodb.send(new DescribeTableCommand({ TableName: deployed[table].tableName }));
      const { KeySchema = [], AttributeDefinitions = [] } = output.Table ?? {};
      const typeOf = new Map(
        AttributeDefinitions.map((attribute) => [attribute.AttributeName, attribute.AttributeType]),
      );
      const keyArn = output.Table?.SSEDescription?.KMSMasterKeyArn;
      return answer(output, {
        status: output.Table?.TableStatus,
        primaryKey: KeySchema.map(({ AttributeName = "" }) => `${AttributeName} ${typeOf.get(AttributeName) ?? ""}`),
        billingMode: output.Table?.BillingModeSummary?.BillingMode,
        encryptedUnder: nameOfKey(keyArn, key, key && deployed[key].arn) ?? "DynamoDB's own key",
      });
    },
  };
}
