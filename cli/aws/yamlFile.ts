import { resolve } from "node:path";
import * as z from "zod";
import { toDotPath } from "zod/v4/core";
import { UserError } from "../../errors/userError.ts";
import { readText } from "./readText.ts";
import { YamlDocument } from "./yamlDocument.ts";

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
  const document = await YamlDocument.read(path);
  const parsed = await shape.safeParseAsync(document.content());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ message, path: place }) => {
    const dotted = place.length === 0 ? "" : ` → at ${toDotPath(place)}`;
    return `✖ ${message}${dotted} (line ${document.lineOf(place)})`;
  });
  throw new UserError(`${path}: ${problems.join(" ")}`, `Mend the file; ${example} shows one.`);
}

/** A policy as JSON text; files are relative to the folder. Throws a UserError for a file that cannot be read. */
export async function policyText(folder: string, stated: z.infer<typeof policy>): Promise<string> {
  return typeof stated === "string" ? readText(resolve(folder, stated)) : JSON.stringify(stated);
}
