import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cachePaths } from "./cachePaths.ts";
import { executableName, findOnPath, isExecutable } from "./executables.ts";
import { inspectLanguageHost } from "./inspectLanguageHost.ts";
import type { Found, Source } from "./installed.ts";
import type { ToolchainOptions } from "./toolchainOptions.ts";

/** The name of the program that runs Pulumi programs written for Node.js. */
export const languageHost = "pulumi-language-nodejs";

/**
 * The Node.js language host that is already there: beside the Pulumi CLI (a full official installation brings its own),
 * else on PATH, else in Keylab's cache. Nothing is installed; an unusable one is reported and passed over.
 */
export async function findLanguageHost(options: ToolchainOptions, pulumi?: Found): Promise<Found | undefined> {
  const { environment, report } = options;
  for (const { path, source } of await candidates(options, pulumi)) {
    if (!(await isExecutable(path))) continue;
    const inspection = await inspectLanguageHost(path, environment);
    if ("version" in inspection) return { path, version: inspection.version, source };
    report(`The Node.js language host (${source}) is not used: ${inspection.problem}.`);
  }
  return undefined;
}

async function candidates(
  { environment }: ToolchainOptions,
  pulumi: Found | undefined,
): Promise<{ path: string; source: Source }[]> {
  const name = executableName(languageHost);
  const cached = { path: join(cachePaths(environment).bin, name), source: "cache" as const };
  // The engine looks beside the file that runs, which a link on PATH may only point to.
  const besides = pulumi === undefined ? [] : [pulumi.path, await realpath(pulumi.path)];
  const onPath = await findOnPath(languageHost, environment);
  return [
    ...besides.map((path) => ({ path: join(dirname(path), name), source: "beside the Pulumi CLI" as const })),
    ...(onPath === undefined ? [] : [{ path: onPath, source: "PATH" as const }]),
    cached,
  ].filter(({ path }, index, all) => all.findIndex((other) => other.path === path) === index);
}
