import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isMap, isNode, LineCounter, parseDocument, type Document } from "yaml";
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
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    const [summary = ""] = broken.message.split("\n");
    throw new UserError(`${path} is neither YAML nor JSON: ${summary}`, "Mend the file.");
  }
  const parsed = await shape.safeParseAsync(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `✖ ${issue.message}${placeOf(issue.path, document, lines)}`);
  throw new UserError(`${path}: ${problems.join(" ")}`, `Mend the file; ${example} shows one.`);
}

/** Where something is in a file: ` → at accounts.people (line 3)`. What is missing has the line of what it is missing in. */
function placeOf(path: readonly PropertyKey[], document: Document.Parsed, lines: LineCounter): string {
  const dotted = path.length === 0 ? "" : ` → at ${z.core.toDotPath(path)}`;
  const offset = path
    .map((_, index) => offsetOf(document, path.slice(0, index + 1)))
    .findLast((one) => one !== undefined);
  return `${dotted} (line ${lines.linePos(offset ?? 0).line})`;
}

/** The position of a value in a mapping is that of its name: the value itself may begin on a later line. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === last) : undefined;
  const node = pair ? pair.key : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** A policy as JSON text; files are relative to the folder. Throws a UserError for a file that cannot be read. */
export async function policyText(folder: string, stated: z.infer<typeof policy>): Promise<string> {
  return typeof stated === "string" ? readText(resolve(folder, stated)) : JSON.stringify(stated);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new UserError(`${path} cannot be read.`, "Name a file that you may read.");
  }
}
