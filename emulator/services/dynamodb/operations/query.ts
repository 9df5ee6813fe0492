import type { QueryCommandInput, QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable, type NamedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Reads the items of one partition of a table or index. */
export const query = operation<Input<QueryCommandInput>, Output<QueryCommandOutput>, NamedTable>({
  service: "dynamodb",
  name: "Query",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html",
  readOnly: true,
  audit: { kind: "data" },
  find: (context, { TableName }) => namedTable(context, TableName),
  access: (context, input, named) => [itemAccess(context, "dynamodb:Query", named, input, "read")],
  run: async (context, input, named) => {
    const { name, items } = await useTable(context, named);
    return items.query(underName(input, name));
  },
});
