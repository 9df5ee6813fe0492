import { createHash } from "node:crypto";
import { mkdir, rm, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cachePaths } from "./cachePaths.ts";
import { executableName } from "./executables.ts";
import type { Environment } from "./toolchainOptions.ts";

/**
 * A folder in which the given CLI is `bin/pulumi`, the only layout that `PulumiCommand.get` accepts. A CLI that lies or
 * is called otherwise gets a link in Keylab's cache.
 */
export async function rootOf(path: string, environment: Environment): Promise<string> {
  const name = executableName("pulumi");
  if (basename(path) === name && basename(dirname(path)) === "bin") return dirname(dirname(path));
  const id = createHash("sha256").update(path).digest("hex").slice(0, 12);
  const root = join(cachePaths(environment).folder, "links", id);
  const link = join(root, "bin", name);
  await mkdir(dirname(link), { recursive: true });
  await rm(link, { force: true });
  await symlink(path, link);
  return root;
}
