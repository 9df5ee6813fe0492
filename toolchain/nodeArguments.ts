import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/** The arguments with which Node.js runs a program, TypeScript as it stands or compiled, whatever the working folder is. */
export function nodeArguments(program: URL): string[] {
  const path = fileURLToPath(program);
  return path.endsWith(".ts") ? ["--import", pathToFileURL(require.resolve("tsx")).href, path] : [path];
}
