import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { zipSync, type Zippable } from "fflate";
import * as z from "zod";
import { ProviderError } from "../errors.ts";
import { WIRE } from "../wire.ts";

const { signature } = WIRE;

/** A file or a text of the program, as the engine hands it over; `hash` is the engine's, of the content. */
export const asset = z.strictObject({
  [signature]: z.literal(WIRE.asset),
  hash: z.string().optional(),
  path: z.string().optional(),
  text: z.string().optional(),
});

type Asset = z.output<typeof asset>;

/** An archive of the program: a zip file, a folder, or assets and archives by the names that they have in it. */
export const archive = z.strictObject({
  [signature]: z.literal(WIRE.archive),
  hash: z.string().optional(),
  path: z.string().optional(),
  get assets() {
    return z.record(z.string(), z.union([asset, archive])).optional();
  },
});

type Archive = z.output<typeof archive>;

/** Zip files begin with this time, so that the same content gives the same bytes. */
const FIRST_TIME = new Date(1980, 0, 1);

/**
 * An archive as a zip file. Paths are those of this process.
 *
 * @throws ProviderError for a path that leads nowhere, and for files that are no zip files.
 */
export function zipOf(given: Archive): Uint8Array {
  const file = given.path === undefined ? undefined : resolve(given.path);
  if (file !== undefined && !isFolder(file)) {
    return zipFile(file);
  }
  return zipSync(entriesOf(given), { mtime: FIRST_TIME });
}

function entriesOf({ path, assets = {} }: Archive): Zippable {
  if (path !== undefined) {
    return filesBelow(resolve(path));
  }
  const entries: Zippable = {};
  for (const [name, part] of Object.entries(assets)) {
    if (isAsset(part)) {
      entries[name] = bytesOf(part);
    } else {
      for (const [inner, bytes] of Object.entries(entriesOf(part))) entries[`${name}/${inner}`] = bytes;
    }
  }
  return entries;
}

/** Tells an asset from an archive. */
export function isAsset(part: Asset | Archive): part is Asset {
  return part[signature] === WIRE.asset;
}

/** What an asset holds. Throws ProviderError for a path that leads nowhere. */
export function bytesOf({ path, text = "" }: Asset): Uint8Array {
  return path === undefined ? Buffer.from(text) : readFileSync(existing(resolve(path)));
}

function filesBelow(folder: string): Zippable {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = found.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(
    names.map((file) => [relative(folder, file).split(sep).join("/"), readFileSync(file)] as const),
  );
}

function zipFile(path: string): Uint8Array {
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    return bytes;
  }
  throw new ProviderError(`${path} is no zip file; give a zip file, a folder, or an archive of assets`);
}

function isFolder(path: string): boolean {
  return statSync(existing(path)).isDirectory();
}

function existing(path: string): string {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) {
    throw new ProviderError(`there is no ${path}; give an absolute path, or one from the folder where keylab runs`);
  }
  return path;
}
