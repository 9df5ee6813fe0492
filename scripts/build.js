// Compiles the sources file by file into dist/, without looking at types (`npm run typecheck` does). JavaScript, because it
// runs when the project is installed.
import { copyFileSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sourceFiles } from "../cli/sources.js";

const ts = await import("typescript").then(
  ({ default: found }) => found,
  () => undefined,
);
if (!ts) {
  // An installation without what developers need: keylab runs the sources.
  console.log("TypeScript is not installed: nothing is compiled, and keylab starts somewhat later.");
  process.exit(0);
}

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  sourceMap: true,
  inlineSources: true,
};

// Older than any source that changes while this runs.
const began = new Date();
rmSync(dist, { recursive: true, force: true });
for (const path of sourceFiles()) {
  const target = join(dist, path);
  mkdirSync(dirname(target), { recursive: true });
  if (path.endsWith(".ts")) compile(path, target.replace(/\.ts$/, ".js"));
  else copyFileSync(join(root, path), target);
}
writeFileSync(join(dist, "built"), "");
utimesSync(join(dist, "built"), began, began);

function compile(path, target) {
  const text = readFileSync(join(root, path), "utf8");
  const { outputText, sourceMapText } = ts.transpileModule(text, { fileName: join(root, path), compilerOptions });
  writeFileSync(target, outputText);
  writeFileSync(`${target}.map`, sourceMapText);
}
