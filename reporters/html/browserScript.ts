import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/**
 * A source with all that it imports, as one text that browsers understand.
 *
 * @param entry the file's URL
 */
export function browserScript(entry: URL): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
  });
  return outputFiles.map(({ text }) => text.trim()).join("");
}
