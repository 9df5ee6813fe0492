import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** The scripts of the pages: the sources in `client/`, each as one text that browsers understand. Made once, for all answers. */
export const clientScripts = {
  instructor: scriptOf("instructor.tsx"),
  student: scriptOf("student.tsx"),
  signIn: scriptOf("signIn.ts"),
};

function scriptOf(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(`../client/${entry}`, import.meta.url))],
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
