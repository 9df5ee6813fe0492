import type { QueryCommandInput, QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Reads the items of one partition of a table or index. */
export const query = operation<Input<QueryCommandInput>, Output<QueryCommandOutput>>({
  service: "dynamodb",
  name: "Query",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html",
  readOnly: true,
  audit: { kind: "data" },
  access: (context, input) => [itemAccess(context, "dynamodb:Query", input.TableName, input, "read")],
  run: async (context, input) => {
    const { name, items } = await useTable(context, input.TableName);
    return items.query(underName(input, name));
  },
});
