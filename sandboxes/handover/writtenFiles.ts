import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { access, chmod, constants, mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, sep } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { handOutsFolder } from "./handOutsFolder.ts";
import type { LeftFile } from "./leftFile.ts";
import { passwordsFile } from "./passwordsFile.ts";
import type { WrittenFile } from "./writtenEntry.ts";
import { WrittenJournal } from "./writtenJournal.ts";

/** Beside a file until it is whole. */
const unfinished = ".keylab-new";

/**
 * The files with credentials that were written for a class, wherever they are. Each is known before it is there, so that it is found again even if the process
 * is killed; and none is touched that is not as it was written.
 */
export class WrittenFiles {
  readonly #classPath: string;
  readonly #journal: WrittenJournal;

  /** @param classPath the folder of the class */
  constructor(classPath: string) {
    this.#classPath = classPath;
    this.#journal = new WrittenJournal(classPath);
  }

  list(): readonly WrittenFile[] {
    return [...this.#journal.files.values()];
  }

  /** Folders that were made for them, where somebody could look for what is left. */
  folders(): readonly string[] {
    return [...this.#journal.folders];
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
    const known = this.#journal.files.get(path);
    return known ? (await this.stateOf(known)) === "changed" : existsSync(path);
  }

  /** Throws a UserError where one is. */
  async refuseForeign(path: string): Promise<void> {
    if (!(await this.isForeign(path))) return;
    const known = this.#journal.files.has(path);
    throw new UserError(
      known ? `${path} was changed since Keylab wrote it.` : `${path} is there already, and Keylab has not written it.`,
      "Move it away, or name another place.",
    );
  }

  /** Makes a folder for the user alone, and those above it, if need be. Throws what the system says where it cannot be written. */
  async makeFolder(path: string): Promise<void> {
    const missing: string[] = [];
    for (let folder = path; !existsSync(folder); folder = dirname(folder)) missing.push(folder);
    for (const folder of missing) this.#journal.write({ type: "folder", path: folder });
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (this.#journal.folders.has(path)) await chmod(path, 0o700);
    await access(path, constants.W_OK | constants.X_OK);
  }

  /** Writes a file for the user alone, whole or not at all. Throws a UserError where another is in the way. */
  async write(file: Omit<WrittenFile, "hashes">, content: string | Uint8Array): Promise<void> {
    await this.refuseForeign(file.path);
    const hash = hashOf(content);
    const { hashes = [] } = this.#journal.files.get(file.path) ?? {};
    this.#journal.write({ type: "file", file: { ...file, hashes: [...new Set([...hashes, hash])] } });
    const begun = `${file.path}${unfinished}`;
    await rm(begun, { force: true });
    await writeFile(begun, content, { mode: 0o600, flag: "wx" });
    await rename(begun, file.path);
    this.#journal.write({ type: "file", file: { ...file, hashes: [hash] } });
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
    this.#journal.write({ type: "file deleted", path });
    return undefined;
  }

  /** Deletes the folders that were made and in which nothing is any more. */
  async removeFolders(): Promise<void> {
    for (const folder of this.folders().toSorted((one, other) => other.length - one.length)) {
      // Whatever cannot be removed now may hold something, and is tried again the next time.
      await rmdir(folder).catch(() => undefined);
      if (!existsSync(folder)) this.#journal.write({ type: "folder deleted", path: folder });
    }
  }

  /** Leaves out of the journal what has come and gone. */
  shortenJournal(): void {
    this.#journal.shorten();
  }

  /** What is in the class's own places belongs to Keylab, whoever has changed it. */
  #isOwn(path: string): boolean {
    return path === passwordsFile(this.#classPath) || path.startsWith(handOutsFolder(this.#classPath) + sep);
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
