// Where the sources are, and whether what `npm run build` has made of them is up to date. JavaScript, because it is asked
// before anything can load TypeScript.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "..");

/** The folders that `keylab` runs, in the sources. */
export const folders = [
  "catalogue",
  "cli",
  "emulator",
  "errors",
  "infra",
  "mutations",
  "provider",
  "reporters",
  "runner",
  "sandboxes",
  "scenarios",
  "targets",
  "toolchain",
];

/** The files that a bundle is made of, or that it reads, as paths below the project. JavaScript loads the sources. */
export function sourceFiles() {
  const found = folders.flatMap((folder) => {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
  });
  return ["package.json", ...found.filter((path) => !/\.(js|md|d\.ts)$/.test(path))];
}

/** Whether everything was bundled after it had last been changed. */
export function isBuilt() {
  const built = statSync(join(root, "dist", "built"), { throwIfNoEntry: false });
  // Installed as a package, which has no lock file, nothing changes, and times are those of the unpacking.
  if (!existsSync(join(root, "package-lock.json"))) return built !== undefined;
  return built !== undefined && sourceFiles().every((path) => statSync(join(root, path)).mtimeMs <= built.mtimeMs);
}
