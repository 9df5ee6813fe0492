import { rm } from "node:fs/promises";
import { handOutsFolder } from "./handOutsFolder.ts";
import { passwordsFile } from "./passwordsFile.ts";
import { withHandOuts } from "./withHandOuts.ts";
import type { LeftFile } from "./leftFile.ts";

/**
 * Deletes all files with credentials that were written for a class, wherever they are, and the folders that were made for them. Returns those that are
 * left: they are not as Keylab wrote them, or cannot be deleted.
 */
export async function deleteHandOuts(classPath: string): Promise<readonly LeftFile[]> {
  return withHandOuts(classPath, async (files) => {
    const left: LeftFile[] = [];
    for (const file of files.list()) {
      const one = await files.remove(file);
      if (one) left.push(one);
    }
    await rm(handOutsFolder(classPath), { recursive: true, force: true });
    await rm(passwordsFile(classPath), { force: true });
    await files.removeFolders();
    return left;
  });
}
