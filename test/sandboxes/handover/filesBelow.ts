import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** The paths of all files below a folder, with their modes, by path: `zoe/.env` → `600`. Nothing where there is no folder. */
export function filesBelow(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(files.map((file) => [relative(folder, file), modeOf(file)]));
}

/** The permissions of a file or folder, in octal digits. */
export function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}
