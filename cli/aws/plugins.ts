import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../../errors/userError.ts";
import { pluginPackages } from "../../targets/pluginPackages.ts";
import { pluginHome } from "../../toolchain/pluginHome.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { writeProblem } from "../keylabFolder.ts";

/** An installed plugin: where Pulumi looks for it, and what is there. */
interface Plugin {
  readonly name: string;
  readonly version: string;
  readonly path: string;
  readonly text: string;
}

/**
 * Installs the embedded providers as Pulumi plugins, into a `PULUMI_HOME` for nothing else: in any other, they would stand in for
 * the official ones.
 *
 * @throws UserError on Windows, and where the folder cannot be written.
 */
export async function installPlugins(context: Context): Promise<void> {
  refuseOnWindows();
  const home = pluginHome(context.environment);
  for (const { name, version, path, text } of pluginsIn(home)) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { mode: 0o755 });
    } catch (error) {
      throw writeProblem(dirname(path), error) ?? error;
    }
    print(context, `Installed ${name} ${version} in ${dirname(path)}.`);
  }
  print(context, "");
  print(context, 'In a shell: eval "$(npx keylab aws env --plugins)"');
  print(context, `Pulumi sees them with PULUMI_HOME=${home}, and nowhere else.`);
}

/** Removes them again, and what Pulumi kept beside them. */
export async function uninstallPlugins(context: Context): Promise<void> {
  const home = pluginHome(context.environment);
  await rm(home, { recursive: true, force: true });
  print(context, `Removed ${home}.`);
}

/**
 * The `PULUMI_HOME` with the plugins.
 *
 * @throws UserError when they are not installed there, or start a Keylab or a Node.js that is another.
 */
export async function homeWithPlugins({ environment }: Context): Promise<string> {
  const home = pluginHome(environment);
  for (const { name, version, path, text } of pluginsIn(home)) {
    const found = await readFile(path, "utf8").catch(() => undefined);
    if (found === text) continue;
    const problem = found === undefined ? "is not installed" : "was installed by another Keylab or Node.js";
    throw new UserError(`The plugin ${name} ${version} ${problem}.`, "Install it: npx keylab aws install-plugins", 1);
  }
  return home;
}

/** Pulumi looks for `pulumi-resource-<name>` in `plugins/resource-<name>-v<version>`. */
function pluginsIn(home: string): Plugin[] {
  const program = fileURLToPath(new URL("../plugin.js", import.meta.url));
  const text = ["#!/bin/sh", `exec ${quoted(process.execPath)} ${quoted(program)} "$@"`, ""].join("\n");
  return pluginPackages.map(({ name, version }) => ({
    name,
    version,
    path: join(home, "plugins", `resource-${name}-v${version}`, `pulumi-resource-${name}`),
    text,
  }));
}

function refuseOnWindows(): void {
  if (process.platform !== "win32") return;
  throw new UserError(
    "Plugins are installed as shell scripts, which Windows does not run.",
    "Use PULUMI_DEBUG_PROVIDERS, which keylab aws env sets.",
    1,
  );
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
