import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { access, chmod, constants, mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { handOutsFolder } from "./handOutsFolder.ts";
import type { LeftFile } from "./leftFile.ts";
import { passwordsFile } from "./passwordsFile.ts";
import { writtenRecord, type WrittenFile, type WrittenRecord } from "./writtenFile.ts";

/** Beside a file until it is whole. */
const unfinished = ".keylab-new";

/**
 * The files with credentials that were written for a class, wherever they are. Each is known before it is there, so that it is found again even if the process
 * is killed; and none is touched that is not as it was written.
 */
export class WrittenFiles {
  readonly #classPath: string;
  readonly #record: string;

  /** @param classPath the folder of the class */
  constructor(classPath: string) {
    this.#classPath = classPath;
    this.#record = join(classPath, "hand-outs.json");
  }

  list(): readonly WrittenFile[] {
    return this.#read().files;
  }

  /** Folders that were made for them, where somebody could look for what is left. */
  folders(): readonly string[] {
    return this.#read().folders;
  }

  /** Those with credentials of a lease. */
  of(lease: string): readonly WrittenFile[] {
    return this.list().filter(({ sandboxes }) => sandboxes[lease] !== undefined);
  }

  /** Whether it is there as it was written, was changed since, or is gone. Of what cannot be read nobody knows that it is as it was. */
  async stateOf({ path, hashes }: WrittenFile): Promise<"as written" | "changed" | "gone"> {
    try {
      return hashes.includes(hashOf(await readFile(path))) ? "as written" : "changed";
    } catch (error) {
      const code = codeOf(error);
      return code === "ENOENT" || code === "ENOTDIR" ? "gone" : "changed";
    }
  }

  /** Whether a file is in the way that Keylab has not written, or that was changed since. */
  async isForeign(path: string): Promise<boolean> {
    if (this.#isOwn(path)) return false;
    const known = this.list().find((file) => file.path === path);
    return known ? (await this.stateOf(known)) === "changed" : existsSync(path);
  }

  /** Throws a UserError where one is. */
  async refuseForeign(path: string): Promise<void> {
    if (!(await this.isForeign(path))) return;
    const known = this.list().some((file) => file.path === path);
    throw new UserError(
      known ? `${path} was changed since Keylab wrote it.` : `${path} is there already, and Keylab has not written it.`,
      "Move it away, or name another place.",
    );
  }

  /** Makes a folder for the user alone, and those above it, if need be. Throws what the system says where it cannot be written. */
  async makeFolder(path: string): Promise<void> {
    const missing: string[] = [];
    for (let folder = path; !existsSync(folder); folder = dirname(folder)) missing.push(folder);
    const record = this.#read();
    this.#write({ ...record, folders: [...new Set([...record.folders, ...missing])] });
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (this.#read().folders.includes(path)) await chmod(path, 0o700);
    await access(path, constants.W_OK | constants.X_OK);
  }

  /** Writes a file for the user alone, whole or not at all. Throws a UserError where another is in the way. */
  async write(file: Omit<WrittenFile, "hashes">, content: string | Uint8Array): Promise<void> {
    await this.refuseForeign(file.path);
    const hash = hashOf(content);
    const before = this.list().find(({ path }) => path === file.path);
    this.#keep({ ...file, hashes: [...new Set([...(before?.hashes ?? []), hash])] });
    const begun = `${file.path}${unfinished}`;
    await rm(begun, { force: true });
    await writeFile(begun, content, { mode: 0o600, flag: "wx" });
    await rename(begun, file.path);
    this.#keep({ ...file, hashes: [hash] });
  }

  /** Deletes a file if it is as it was written. Tells why it is left otherwise: then it stays known. */
  async remove(file: WrittenFile): Promise<LeftFile | undefined> {
    const { path } = file;
    try {
      await rm(`${path}${unfinished}`, { force: true });
      if (!this.#isOwn(path) && (await this.stateOf(file)) === "changed") {
        return { path, reason: "It was changed since Keylab wrote it, or cannot be read. Delete it yourself." };
      }
      await rm(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== "ENOTDIR") {
        const reason = error instanceof Error ? error.message : String(error);
        return { path, reason: `It cannot be deleted: ${reason}. Delete it yourself.` };
      }
    }
    this.#forget(path);
    return undefined;
  }

  /** Deletes the folders that were made and in which nothing is any more. */
  async removeFolders(): Promise<void> {
    const record = this.#read();
    const kept: string[] = [];
    for (const folder of record.folders.toSorted((one, other) => other.length - one.length)) {
      // Whatever cannot be removed now may hold something, and is tried again the next time.
      await rmdir(folder).catch(() => existsSync(folder) && kept.push(folder));
    }
    this.#write({ ...record, folders: kept });
  }

  /** What is in the class's own places belongs to Keylab, whoever has changed it. */
  #isOwn(path: string): boolean {
    return path === passwordsFile(this.#classPath) || path.startsWith(handOutsFolder(this.#classPath) + sep);
  }

  #keep(file: WrittenFile): void {
    const record = this.#read();
    this.#write({ ...record, files: [...record.files.filter(({ path }) => path !== file.path), file] });
  }

  #forget(path: string): void {
    const record = this.#read();
    this.#write({ ...record, files: record.files.filter((file) => file.path !== path) });
  }

  #read(): WrittenRecord {
    if (!existsSync(this.#record)) return { files: [], folders: [] };
    return writtenRecord.parse(JSON.parse(readFileSync(this.#record, "utf8")));
  }

  /** Whole or not at all. */
  #write(record: WrittenRecord): void {
    writeFileSync(`${this.#record}.new`, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(`${this.#record}.new`, this.#record);
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
