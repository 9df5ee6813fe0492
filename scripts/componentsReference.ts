import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { Application, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The page that TypeDoc makes of the components. */
export const referencePage = join(root, "docs", "components-reference.md");

const options: TypeDocOptions & Partial<PluginOptions> = {
  entryPoints: [join(root, "infra", "components.ts")],
  tsconfig: join(root, "tsconfig.package.json"),
  plugin: ["typedoc-plugin-markdown"],
  router: "module",
  entryFileName: "components-reference",
  name: "The components, one by one",
  readme: "none",
  excludePrivate: true,
  excludeProtected: true,
  excludeExternals: true,
  disableSources: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  validation: { notExported: true, invalidLink: true, notDocumented: false },
  logLevel: "Warn",
};

/** The reference of the components, made of their declarations and doc comments. Throws an Error for a link that leads nowhere, or a type that is not exported. */
export async function componentsReference(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), "keylab-reference-"));
  try {
    const app = await Application.bootstrapWithPlugins({ ...options, out });
    const project = await app.convert();
    if (!project) throw new Error("The components do not compile.");
    app.validate(project);
    await app.generateOutputs(project);
    if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("TypeDoc has warned, see above.");
    const text = await readFile(join(out, "components-reference.md"), "utf8");
    return await format(text, { ...(await resolveConfig(referencePage)), parser: "markdown" });
  } finally {
    await rm(out, { recursive: true });
  }
}
