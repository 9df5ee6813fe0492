import type { DeleteTableCommandInput, DeleteTableCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { validationException } from "../errors.ts";
import { findTable } from "../findTable.ts";
import { retireGrants } from "../retireGrants.ts";
import { tableAccess } from "../tableAccess.ts";

/** Deletes a table with its items. It needs no permission on the table's key, which may be disabled or gone. */
export const deleteTable = operation<Input<DeleteTableCommandInput>, Output<DeleteTableCommandOutput>>({
  service: "dynamodb",
  name: "DeleteTable",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html",
  readOnly: false,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DeleteTable", TableName)],
  run: async (context, { TableName }) => {
    const table = findTable(context, TableName);
    if (table.deletionProtection) {
      throw validationException(
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
      );
    }
    context.state.dynamodb.removeTable(table);
    context.state.dynamodb.items.deleteTable(table.name);
    if (table.key) await retireGrants(context, table.key.keyArn, table.key.grantIds);
    return { TableDescription: table.describe(context.now, "DELETING") };
  },
});
