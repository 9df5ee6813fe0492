import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** A program that Keylab can build with Go; each has a folder of that name under `toolchain/go/`. */
export type GoProgram = "pulumi" | "pulumi-language-nodejs";

/** What the committed go.mod of a program says. */
export interface GoModule {
  /** The folder of go.mod and go.sum. */
  readonly folder: string;
  /** The version of Go that it needs at least. */
  readonly goVersion: string;
  /** The import path of the program. */
  readonly program: string;
  /** The pinned version of the program's module, without the leading `v`. */
  readonly version: string;
}

/** Reads the pinned version of a program and what it needs from its go.mod, so that both are written down once. */
export async function readGoModule(name: GoProgram): Promise<GoModule> {
  const file = new URL(`./go/${name}/go.mod`, import.meta.url);
  const text = await readFile(file, "utf8");
  const goVersion = /^go (\S+)$/m.exec(text)?.[1];
  const program = /^tool (\S+)$/m.exec(text)?.[1];
  const required = [...text.matchAll(/^\s*(?:require )?(\S+) v(\S+)/gm)];
  const version = required.find(([, path]) => program?.startsWith(`${path ?? ""}/`))?.[2];
  if (goVersion === undefined || program === undefined || version === undefined) {
    throw new Error(`${fileURLToPath(file)} lacks its go line, its tool line or the version of the tool's module`);
  }
  return { folder: fileURLToPath(new URL(".", file)), goVersion, program, version };
}
