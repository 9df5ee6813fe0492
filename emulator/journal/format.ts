import packageJson from "../../package.json" with { type: "json" };
import { DataFolderError } from "./dataFolderError.ts";
import type { Database } from "./levelStore.ts";

const formatKey = "format";

/** Makes a folder of one format one of the next; all or nothing, so that it can be begun again. */
export type Migration = (database: Database) => Promise<void>;

/** From the first format on: the last one leads to the present format. */
const migrations: readonly Migration[] = [];

/**
 * Takes care that a database has the present format: a new one is marked with it, an older one is migrated. Throws a
 * DataFolderError for a newer one.
 */
export async function checkFormat(database: Database, path: string, steps = migrations): Promise<void> {
  const present = steps.length + 1;
  const found = await database.get(formatKey);
  const format = found ? readFormat(found) : present;
  if (format > present) {
    throw new DataFolderError(
      `The folder ${path} has the format ${format}, which a newer version of Keylab has made; this one (${packageJson.version}) reads up to ${present}.`,
      "Install that version, or name another folder.",
    );
  }
  for (const [at, migrate] of steps.entries()) {
    if (at + 1 < format) continue;
    await migrate(database);
    await database.put(formatKey, Buffer.from(String(at + 2)), { sync: true });
  }
  if (!found) await database.put(formatKey, Buffer.from(String(present)), { sync: true });
}

function readFormat(bytes: Uint8Array): number {
  return Number(Buffer.from(bytes).toString());
}
