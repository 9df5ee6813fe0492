// Loads a module of the command line: as `npm run build` has bundled it, which starts soonest; or the TypeScript sources as
// they stand, where they are newer. tsx keeps what it has transformed in the system's temporary folder, which it asks for once,
// when it is registered: it is shown one inside node_modules instead.
import * as modules from "node:module";
import { join } from "node:path";
import { namePlacesInSources } from "./placesInSources.js";
import { isBuilt } from "./sources.js";

const cache = join(import.meta.dirname, "..", "node_modules", ".cache");

/** @param {string} name its path below `cli/`, without an ending */
export async function load(name) {
  if (isBuilt()) {
    // Since Node.js 22: what V8 has compiled is kept, and the next start need not parse it.
    modules.enableCompileCache?.(join(cache, "compiled"));
    namePlacesInSources(new URL("../dist/", import.meta.url).href);
    await import(`../dist/${name}.js`);
    return;
  }
  const { TMPDIR } = process.env;
  process.env.TMPDIR = cache;
  const { register } = await import("tsx/esm/api");
  register();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  await import(`./${name}.ts`);
}
