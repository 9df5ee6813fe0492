import { awsStatus } from "../../targets/awsStatus.ts";
import type { InspectedTable, TablePlace } from "../../targets/inspector.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import type { AwsState } from "./awsState.ts";
import { counted } from "./counted.ts";
import { defaultAccountId } from "./defaults.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

/** What `keylab aws inspect table` was told. */
export interface InspectOptions extends WhichAws, Pick<TablePlace, "region"> {
  /** The account that owns the table. Default: that of the access key id `test`. */
  readonly account?: string;
  readonly json?: boolean;
}

/** How many of an item's bytes are shown. */
const shownBytes = 48;

/**
 * Prints the items of a table as they are stored.
 *
 * @throws UserError when no embedded AWS runs, or it has no such table.
 */
export async function inspectTable(name: string, options: InspectOptions, context: Context): Promise<void> {
  const { account, region, json } = options;
  const { inspectTable: ask } = await import("../../targets/inspector.ts");
  const state = await runningAws(options, context);
  const table = await ask(state, { name, accountId: account ?? (await firstAccount(state)), region });
  if (json) return print(context, JSON.stringify(table, undefined, 2));
  for (const line of lines(table)) print(context, line);
}

async function firstAccount(state: AwsState): Promise<string> {
  const { onlyAccounts } = await awsStatus(state);
  return onlyAccounts?.[0] ?? defaultAccountId;
}

function lines({ tableArn, keyArn, items }: InspectedTable): string[] {
  return [
    `${tableArn}, ${counted(items.length, "item")}, encrypted under a data key of ${keyArn ?? "DynamoDB itself"}`,
    ...items.flatMap((item) => [`item ${item.key}`, `  ${shown(Buffer.from(item.bytes, "base64"))}`]),
  ];
}

function shown(bytes: Buffer): string {
  const more = bytes.length > shownBytes ? ` … (${bytes.length} bytes)` : ` (${bytes.length} bytes)`;
  return `${bytes.toString("hex", 0, shownBytes)}${more}`;
}
