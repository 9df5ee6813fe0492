#!/usr/bin/env node
// Runs what `npm run build` has bundled, which starts soonest; or the TypeScript sources as they stand, where they are
// newer. tsx keeps what it has transformed in the system's temporary folder, which it asks for once, when it is registered:
// it is shown one inside node_modules instead.
import { join } from "node:path";
import { isBuilt } from "./sources.js";

if (isBuilt()) {
  process.setSourceMapsEnabled(true);
  await import("../dist/main.js");
} else {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = join(import.meta.dirname, "..", "node_modules", ".cache");
  const { register } = await import("tsx/esm/api");
  register();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  await import("./main.ts");
}
