import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/** The arguments with which Node.js runs a TypeScript program as it stands, whatever the working folder is. */
export function nodeArguments(program: URL): string[] {
  return ["--import", pathToFileURL(require.resolve("tsx")).href, fileURLToPath(program)];
}
