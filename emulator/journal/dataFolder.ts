import { randomBytes } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ClassicLevel } from "classic-level";
import { DataFolderError } from "./dataFolderError.ts";
import { checkFormat } from "./format.ts";
import { LevelStore, type Database } from "./levelStore.ts";
import { RecordCipher } from "./recordCipher.ts";

/**
 * The folder in which an embedded AWS keeps its state: `journal/` (LevelDB, encrypted), `snapshots/`, and `key`, without which
 * neither can be read. It is for its user alone.
 */
export class DataFolder {
  readonly path: string;
  readonly store: LevelStore;

  private constructor(path: string, store: LevelStore) {
    this.path = path;
    this.store = store;
  }

  /** Opens a folder, or makes it. Throws a DataFolderError for one that is in use, or another's, or too new. */
  static async open(path: string): Promise<DataFolder> {
    await makeFolder(path);
    const cipher = new RecordCipher(await keyOf(path));
    const database = await openDatabase(join(path, "journal"), path);
    try {
      await checkFormat(database, path);
      return new DataFolder(path, await LevelStore.open(database, cipher));
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** The names of the snapshots, in the order of the alphabet. */
  async snapshots(): Promise<string[]> {
    const names = await readdir(this.#snapshotPath()).catch(() => []);
    return names.filter((name) => snapshotName.test(name)).sort();
  }

  /** Keeps what is there now under a name. Throws a DataFolderError if there is such a snapshot, or no such name. */
  async saveSnapshot(name: string): Promise<void> {
    checkName(name);
    if ((await this.snapshots()).includes(name)) {
      throw new DataFolderError(`There is a snapshot "${name}" already.`, "Choose another name.");
    }
    const aside = this.#snapshotPath(`.${name}.${process.pid}`);
    await mkdir(this.#snapshotPath(), { recursive: true, mode: 0o700 });
    const copy = await openDatabase(aside, this.path);
    try {
      await this.store.copyTo(copy);
    } finally {
      await copy.close();
    }
    // Whoever looks sees all of it or nothing.
    await rename(aside, this.#snapshotPath(name));
  }

  /** Replaces what is there by a snapshot. Throws a DataFolderError if there is none of this name. */
  async loadSnapshot(name: string): Promise<void> {
    const known = await this.snapshots();
    if (!known.includes(name)) {
      const others = known.length > 0 ? `There are: ${known.join(", ")}.` : "There is none yet.";
      throw new DataFolderError(`There is no snapshot "${name}". ${others}`, "Name one that there is.");
    }
    const snapshot = await openDatabase(this.#snapshotPath(name), this.path);
    try {
      await checkFormat(snapshot, this.path);
      await this.store.replaceBy(snapshot);
    } finally {
      await snapshot.close();
    }
  }

  async deleteSnapshot(name: string): Promise<void> {
    checkName(name);
    await rm(this.#snapshotPath(name), { recursive: true, force: true });
  }

  #snapshotPath(name = ""): string {
    return join(this.path, "snapshots", name);
  }
}

const snapshotName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

function checkName(name: string): void {
  if (snapshotName.test(name)) return;
  throw new DataFolderError(
    `"${name}" is no name of a snapshot.`,
    "Write 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or digit.",
  );
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const names = await readdir(path);
  if (names.length > 0 && !names.includes("key")) {
    throw new DataFolderError(
      `The folder ${path} is not empty, and no embedded AWS has made it.`,
      "Name another folder, or one that does not exist yet.",
    );
  }
  await chmod(path, 0o700);
}

/** The key of the records, made at first use. */
async function keyOf(path: string): Promise<Uint8Array> {
  const file = join(path, "key");
  try {
    await writeFile(file, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return Buffer.from(await readFile(file, "utf8"), "base64");
}

async function openDatabase(location: string, path: string): Promise<Database> {
  const database: Database = new ClassicLevel(location, { keyEncoding: "utf8", valueEncoding: "view" });
  try {
    await database.open();
    return database;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!(cause instanceof Error && "code" in cause && cause.code === "LEVEL_LOCKED")) throw error;
    throw new DataFolderError(
      `Another embedded AWS uses the folder ${path}.`,
      "Stop that one, or name another folder: npx keylab aws start --data <folder>",
    );
  }
}
