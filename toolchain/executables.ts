import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import type { Environment } from "./toolchainOptions.ts";

/** The file name of a program on this operating system. */
export function executableName(program: string): string {
  return process.platform === "win32" ? `${program}.exe` : program;
}

/** Whether the path names a file that this user may execute. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** The first executable of that name on the environment's PATH. Relative folders on PATH are passed over. */
export async function findOnPath(program: string, environment: Environment): Promise<string | undefined> {
  const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter(isAbsolute);
  for (const folder of folders) {
    const path = join(folder, executableName(program));
    if (await isExecutable(path)) return path;
  }
  return undefined;
}
