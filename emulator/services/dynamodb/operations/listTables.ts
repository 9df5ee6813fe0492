import type { ListTablesCommandInput, ListTablesCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { tableListAccess } from "../tableAccess.ts";

/** AWS's page size where no limit is given; more cannot be asked for. */
const maximumPage = 100;

/**
 * Lists the tables of the account and region. The Service Authorization Reference gives the action no resource; AWS asks
 * for one all the same.
 */
export const listTables = operation<Input<ListTablesCommandInput>, Output<ListTablesCommandOutput>>({
  service: "dynamodb",
  name: "ListTables",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html",
  readOnly: true,
  access: (context) => [tableListAccess(context, "dynamodb:ListTables")],
  run: ({ state }, { ExclusiveStartTableName: start, Limit = maximumPage }) => {
    const names = state.dynamodb.tableNames().filter((name) => start === undefined || name > start);
    const page = names.slice(0, Limit);
    return { TableNames: page, LastEvaluatedTableName: names.length > page.length ? page.at(-1) : undefined };
  },
});
