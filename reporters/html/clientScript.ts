import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** The script of the page: the sources in `client/`, as one text that browsers understand. */
export function clientScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("./client/main.ts", import.meta.url))],
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
