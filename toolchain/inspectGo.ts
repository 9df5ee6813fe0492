import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cachePaths } from "./cachePaths.ts";
import { findOnPath } from "./executables.ts";
import { goEnvironment } from "./goEnvironment.ts";
import type { Environment } from "./toolchainOptions.ts";
import { isAtLeast } from "./versions.ts";

const run = promisify(execFile);
const patienceMs = 20_000;

/** The first version of Go that can fetch a newer one by itself: https://go.dev/doc/toolchain */
const firstThatSwitches = "1.21";

/** The Go that can be used, or why there is none. */
export type GoInspection =
  { readonly version: string; readonly path: string } | { readonly problem: string; readonly missing: boolean };

/** Whether `go` is on PATH and can build what needs at least the given version of Go. */
export async function inspectGo(environment: Environment, needed: string): Promise<GoInspection> {
  const path = await findOnPath("go", environment);
  if (path === undefined) return { problem: `Go ${needed} or later is needed and no go is on PATH`, missing: true };
  const env = goEnvironment(environment, cachePaths(environment).build);
  // A folder without a go.mod: inside a module, Go might switch to another version of itself.
  const cwd = fileURLToPath(new URL("./go", import.meta.url));
  try {
    const options = { env, cwd, timeout: patienceMs, killSignal: "SIGKILL" } as const;
    const { stdout } = await run(path, ["env", "GOVERSION", "GOTOOLCHAIN"], options);
    const [version = "", toolchain = ""] = stdout.split("\n").map((line) => line.trim().replace(/^go(?=\d)/, ""));
    if (isAtLeast(version, needed)) return { version, path };
    const switches = toolchain.endsWith("auto") && isAtLeast(version, firstThatSwitches);
    if (switches) return { version: `${version} (which fetches ${needed})`, path };
    return { problem: `Go ${needed} or later is needed and ${path} is ${version}`, missing: false };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
    return { problem: `Go ${needed} or later is needed and ${path} does not run (${reason})`, missing: false };
  }
}
