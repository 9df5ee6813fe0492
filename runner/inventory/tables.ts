import { paginateListTables } from "@aws-sdk/client-dynamodb";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Tables of DynamoDB, by name. */
export async function tables({ dynamodb: client }: Session): Promise<string[]> {
  return collect(paginateListTables({ client }, {}), (page) => page.TableNames?.map((name) => `table/${name}`));
}
