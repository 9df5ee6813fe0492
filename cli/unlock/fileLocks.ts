import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { locksFolder, readLock, type Locks } from "./lock.ts";

/** The locks of a backend of files. */
export function fileLocks(backend: string): Locks {
  const root = fileURLToPath(backend);
  return {
    list: async () => {
      const entries = await readdir(join(root, locksFolder), { recursive: true, withFileTypes: true }).catch(() => []);
      const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      const texts = await Promise.all(paths.map((path) => readFile(path, "utf8").catch(() => "")));
      return paths.flatMap((path, index) => readLock(path, texts[index] ?? "") ?? []);
    },
    remove: ({ path }) => rm(path, { force: true }),
    close: () => undefined,
  };
}
