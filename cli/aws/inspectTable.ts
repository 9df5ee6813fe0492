import type { InspectedTable, TablePlace } from "../../targets/inspector.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

/** What `keylab aws inspect table` was told. */
export interface InspectOptions extends WhichAws, Omit<TablePlace, "name"> {
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
  const { accountId, region, json } = options;
  const { inspectTable: ask } = await import("../../targets/inspector.ts");
  const table = await ask(await runningAws(options, context), { name, accountId, region });
  if (json) return print(context, JSON.stringify(table, undefined, 2));
  for (const line of lines(table)) print(context, line);
}

function lines({ tableArn, keyArn, items }: InspectedTable): string[] {
  const count = `${items.length} ${items.length === 1 ? "item" : "items"}`;
  return [
    `${tableArn}, ${count}, encrypted under a data key of ${keyArn ?? "DynamoDB itself"}`,
    ...items.flatMap((item) => [`item ${item.key}`, `  ${shown(Buffer.from(item.bytes, "base64"))}`]),
  ];
}

function shown(bytes: Buffer): string {
  const more = bytes.length > shownBytes ? ` … (${bytes.length} bytes)` : ` (${bytes.length} bytes)`;
  return `${bytes.toString("hex", 0, shownBytes)}${more}`;
}
