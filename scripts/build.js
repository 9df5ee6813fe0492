// Bundles the sources into dist/, without looking at types (`npm run typecheck` does): a thousand small files take longer to
// find than to run. JavaScript, because it runs when the project is installed.
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

const noSchemas = join(root, "scripts", "noSchemas.cjs");

/** What a source reads beside itself, it reads beside the source. */
const besideTheSource = {
  name: "beside the source",
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      if (path.includes("node_modules")) return undefined;
      const own = `new URL(${JSON.stringify(`../${relative(root, path)}`)}, import.meta.url).href`;
      return {
        contents: readFileSync(path, "utf8").replaceAll("import.meta.url", own),
        loader: path.endsWith("x") ? "tsx" : "ts",
      };
    });
  },
};

// Older than any source that changes while this runs.
const began = new Date();
mkdirSync(dist, { recursive: true });
// The declarations come from elsewhere (`npm run build:types`), and npm packs only after it has built once more.
for (const name of readdirSync(dist)) if (name !== "types") rmSync(join(dist, name), { recursive: true, force: true });
// What was compiled of an earlier bundle (`cli/load.js`) is of no use.
rmSync(join(root, "node_modules", ".cache", "compiled"), { recursive: true, force: true });
await build({
  entryPoints: {
    // The command, and the threads that run scenarios for it.
    main: join(root, "cli", "main.ts"),
    "crew/carryOutJobs": join(root, "cli", "crew", "carryOutJobs.ts"),
    // What Pulumi starts as an installed plugin.
    plugin: join(root, "cli", "plugin.ts"),
    // What other programs import.
    components: join(root, "infra", "components.ts"),
  },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Of packages in both forms the ECMAScript modules: only those have names that `await import()` can take.
  mainFields: ["module", "main"],
  // Reading a file takes as long as it is. Names stay: traces and messages have them.
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  external: [
    // These find parts of themselves by where they lie.
    ...["@pulumi/*", "@grpc/*", "classic-level", "esbuild", "google-protobuf", "open", "tsx"],
    // Fastify loads these only for its own log, and for tests without a socket.
    ...["light-my-request", "pino"],
  ],
  alias: {
    "@fastify/ajv-compiler": noSchemas,
    "@fastify/fast-json-stringify-compiler": noSchemas,
  },
  // CommonJS packages ask for Node.js's own modules with it.
  banner: {
    // Made where it is called: most files of a bundle do not.
    js: 'import { createRequire as requireFor } from "node:module"; const require = (name) => requireFor(import.meta.url)(name);',
  },
  plugins: [besideTheSource],
  logLevel: "warning",
});
writeFileSync(join(dist, "built"), "");
utimesSync(join(dist, "built"), began, began);
