import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import type { Session } from "../../scenarios/contract/session.ts";
import { isDenied, type Waiting } from "./isDenied.ts";

/**
 * Shows that the administrator of a sandbox can do something at all: whoever is denied everything proves nothing by being denied.
 *
 * @throws Error where they cannot even see the names of tables, which everybody may.
 */
export async function checkEntry({ dynamodb }: Session, userName: string, waiting: Waiting): Promise<void> {
  if (await isDenied(async () => dynamodb.send(new ListTablesCommand({ Limit: 1 })), waiting)) {
    throw new Error(
      `${userName} is denied dynamodb:ListTables, which the boundary allows: nothing is proved by what they are denied.`,
    );
  }
}
