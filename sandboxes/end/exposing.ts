import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * The files in which a secret stands in clear, of those that are named and those below the folders that are named. What is not there, or cannot be read, is
 * passed over.
 */
export async function exposing(paths: readonly string[], secrets: readonly string[]): Promise<readonly string[]> {
  const forms = [...new Set(secrets.filter((secret) => secret !== "").flatMap(formsOf))];
  const found: string[] = [];
  for (const file of await filesOf(paths)) {
    const text = await readFile(file, "utf8").catch(() => "");
    if (forms.some((form) => text.includes(form))) found.push(file);
  }
  return found;
}

async function filesOf(paths: readonly string[]): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    if (!existsSync(path)) continue;
    if ((await stat(path)).isFile()) files.add(path);
    else {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      for (const entry of entries) if (entry.isFile()) files.add(join(entry.parentPath, entry.name));
    }
  }
  return [...files].sort();
}

/** A secret as it stands in text, CSV, JSON and HTML. */
function formsOf(secret: string): readonly string[] {
  const html = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return [
    secret,
    secret.replaceAll('"', '""'),
    JSON.stringify(secret).slice(1, -1),
    html,
    html.replaceAll(">", "&gt;").replaceAll("'", "&#39;"),
  ];
}
