import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../errors/userError.ts";
import type { Context } from "./context.ts";

/** Where Keylab keeps runs, state and the embedded AWS's whereabouts: `.keylab/` in the folder of the command. */
export function keylabFolder({ workingFolder }: Pick<Context, "workingFolder">): string {
  return join(workingFolder, ".keylab");
}

/**
 * Makes a folder that only the user may read, and those above it, if need be.
 *
 * @throws UserError when it cannot be made or written.
 */
export async function makePrivateFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK);
  } catch (error) {
    throw writeProblem(path, error) ?? error;
  }
}

/** What the system's refusal to write somewhere means, as a mistake of the user; nothing if it is something else. */
export function writeProblem(path: string, error: unknown): UserError | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const problem = typeof code === "string" ? problems[code] : undefined;
  if (problem === undefined) return undefined;
  return new UserError(`Keylab cannot write ${path}: ${problem.what}.`, problem.nextStep, 1);
}

const makeWritable = "Make it writable, or work in another folder.";

const problems: Readonly<Record<string, { readonly what: string; readonly nextStep: string } | undefined>> = {
  EACCES: { what: "you have no permission", nextStep: makeWritable },
  EPERM: { what: "you have no permission", nextStep: makeWritable },
  EROFS: { what: "the file system is read-only", nextStep: makeWritable },
  ENOSPC: { what: "the disk is full", nextStep: "Free some space." },
  EEXIST: { what: "a file is in the way", nextStep: "Move the file away, or work in another folder." },
  ENOTDIR: { what: "a file is in the way", nextStep: "Move the file away, or work in another folder." },
  EISDIR: { what: "it is a folder", nextStep: "Name a file." },
  ENOENT: { what: "its folder does not exist", nextStep: "Make the folder first, or name another one." },
};
