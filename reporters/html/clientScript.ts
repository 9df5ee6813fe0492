import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

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

/** The script of the page: the sources in `client/`, as one text that browsers understand. Made once, for all reports. */
export const clientScript = outputFiles.map(({ text }) => text.trim()).join("");
