import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Seeded } from "../emulator/seed/seed.ts";
import type { Credentials } from "../runner/target.ts";

const accessKey = { accessKeyId: z.string(), secretAccessKey: z.string() };
const schema = z.object({
  administrator: z.object(accessKey),
  accessKeys: z.array(z.object({ accountId: z.string(), userName: z.string(), ...accessKey })).readonly(),
});

/** The access keys that were handed out when a data folder was made: they work as long as what is kept there. */
export interface KeptCredentials {
  readonly administrator: Credentials;
  readonly accessKeys: Seeded["accessKeys"];
}

/** Nothing if there are none yet. */
export async function readKeptCredentials(folder: string): Promise<KeptCredentials | undefined> {
  try {
    return schema.safeParse(JSON.parse(await readFile(pathIn(folder), "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Keeps them for the user alone. */
export async function keepCredentials(folder: string, credentials: KeptCredentials): Promise<void> {
  await writeFile(pathIn(folder), `${JSON.stringify(credentials, undefined, 2)}\n`, { mode: 0o600 });
}

function pathIn(folder: string): string {
  return join(folder, "credentials.json");
}
