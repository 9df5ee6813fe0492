import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { makePrivateFolder } from "../keylabFolder.ts";

const schema = z.object({
  url: z.url(),
  region: z.string(),
  rootSecret: z.string(),
  controlToken: z.string(),
  administrator: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  /** The access keys of the users of the seed. */
  accessKeys: z
    .array(
      z.object({
        accountId: z.string(),
        userName: z.string(),
        accessKeyId: z.string(),
        secretAccessKey: z.string(),
      }),
    )
    .readonly(),
  providerPort: z.number(),
  pid: z.number(),
});

/** Where an embedded AWS of `keylab aws start` is, and how to get in. */
export type AwsState = z.infer<typeof schema>;

/** The port on which it listens. */
export function portOf({ url }: Pick<AwsState, "url">): number {
  return Number(new URL(url).port);
}

/** The files in which each embedded AWS on its own leaves word, by port, for the user alone. */
export class AwsStates {
  readonly #folder: string;

  /** @param keylabFolder the folder `.keylab/`. */
  constructor(keylabFolder: string) {
    this.#folder = join(keylabFolder, "aws");
  }

  /** @throws UserError when the folder cannot be written. */
  async prepare(): Promise<void> {
    await makePrivateFolder(this.#folder);
  }

  /** Nothing if there is no file, or none that makes sense. */
  async read(port: number): Promise<AwsState | undefined> {
    try {
      return schema.safeParse(JSON.parse(await readFile(this.#path(port), "utf8"))).data;
    } catch {
      return undefined;
    }
  }

  async write(state: AwsState): Promise<void> {
    const path = this.#path(portOf(state));
    // A reader sees all of it or nothing.
    const aside = `${path}.${process.pid}`;
    await writeFile(aside, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 });
    await rename(aside, path);
  }

  async remove(port: number): Promise<void> {
    await rm(this.#path(port), { force: true });
  }

  /** The ports for which there is a file. */
  async ports(): Promise<number[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names.flatMap((name) => {
      const port = /^(\d+)\.json$/.exec(name)?.[1];
      return port === undefined ? [] : [Number(port)];
    });
  }

  #path(port: number): string {
    return join(this.#folder, `${port}.json`);
  }
}

const patienceMs = 2000;

/** Whether that very embedded AWS still answers: another one on the same port would not know the token. */
export async function isRunning({ url, controlToken }: AwsState): Promise<boolean> {
  try {
    const headers = { "x-keylab-token": controlToken };
    return (await fetch(`${url}/_keylab/clock`, { headers, signal: AbortSignal.timeout(patienceMs) })).ok;
  } catch {
    return false;
  }
}
