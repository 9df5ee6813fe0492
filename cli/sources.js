// Where the sources are, and whether what `npm run build` has made of them is up to date. JavaScript, because it is asked
// before anything can load TypeScript.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

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

/** Whether everything was bundled after it had last been changed. */
export function isBuilt() {
  const built = statSync(join(root, "dist", "built"), { throwIfNoEntry: false });
  // Installed as a package, which has no lock file, nothing changes, and times are those of the unpacking.
  if (!existsSync(join(root, "package-lock.json"))) return built !== undefined;
  if (built === undefined || isNewer(join(root, "package.json"), built)) return false;
  return !folders.some((folder) => holdsNewer(join(root, folder), built));
}

/**
 * Whether a bundle does not have what a file in the folder says now: one that it is made of, or that it reads. JavaScript loads
 * the sources. Thousands of paths are joined by hand, because each command waits for this.
 *
 * @param {string} folder
 * @param {import("node:fs").Stats} built
 * @returns {boolean}
 */
function holdsNewer(folder, built) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return holdsNewer(path, built);
    return !/\.(js|md|d\.ts)$/.test(entry.name) && isNewer(path, built);
  });
}

/**
 * @param {string} path
 * @param {import("node:fs").Stats} built
 */
function isNewer(path, built) {
  return statSync(path).mtimeMs > built.mtimeMs;
}
