import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parse, YAMLParseError } from "yaml";
import { z } from "zod";
import { UserError } from "../../errors/userError.ts";

/** A policy in a file: the document itself, or the path of a file with it. */
export const policy = z.union([z.string(), z.record(z.string(), z.unknown())]);

/**
 * Reads a YAML or JSON file of this shape.
 *
 * @param example the document that shows such a file
 * @throws UserError that names the file, the place in it and what is expected there.
 */
export async function readYamlFile<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  example: string,
): Promise<z.infer<Shape>> {
  const parsed = await shape.safeParseAsync(parseYaml(path, await readText(path)));
  if (parsed.success) return parsed.data;
  const problems = z.prettifyError(parsed.error).replaceAll(/\s+/g, " ");
  throw new UserError(`${path}: ${problems}`, `Mend the file; ${example} shows one.`);
}

/** A policy as JSON text; files are relative to the folder. Throws a UserError for a file that cannot be read. */
export async function policyText(folder: string, stated: z.infer<typeof policy>): Promise<string> {
  return typeof stated === "string" ? readText(resolve(folder, stated)) : JSON.stringify(stated);
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [summary = ""] = error.message.split("\n");
    throw new UserError(`${path} is neither YAML nor JSON: ${summary}`, "Mend the file.");
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new UserError(`${path} cannot be read.`, "Name a file that you may read.");
  }
}
