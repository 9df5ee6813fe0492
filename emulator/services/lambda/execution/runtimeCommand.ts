import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { lambdaError } from "../lambdaError.ts";
import { sdkFolder, type ExecutionFolder } from "./executionFolder.ts";
import type { Command } from "./runtimeProcess.ts";

/** The program that runs functions of a runtime. Throws InvalidRuntimeException if this machine does not have it. */
export async function runtimeCommand(runtime: string, memorySize: number, folder: ExecutionFolder): Promise<Command> {
  if (runtime.startsWith("nodejs")) return nodeCommand(memorySize, folder);
  return { file: await pythonInterpreter(), args: ["-I", beside("pythonRuntime.py")] };
}

/**
 * Node.js as the embedded AWS itself runs on, whichever version the runtime names, under Node.js's permission model: it reads
 * its own folder and the AWS SDK, writes its own temporary files, and starts no other programs.
 */
function nodeCommand(memorySize: number, { root, temporary, home }: ExecutionFolder): Command {
  const script = beside("nodeRuntime.mjs");
  const flags = [
    permissionFlag,
    ...[`${root}/`, sdkFolder, script].map((path) => `--allow-fs-read=${path}`),
    ...[`${temporary}/`, `${home}/`].map((path) => `--allow-fs-write=${path}`),
    ...(process.allowedNodeEnvironmentFlags.has("--allow-net") ? ["--allow-net"] : []),
    `--max-old-space-size=${memorySize}`,
    "--no-warnings",
  ];
  return { file: process.execPath, args: [...flags, script] };
}

/** The path of a file in this folder. In the bundle `import.meta.url` alone still tells the folder: `scripts/build.js`. */
function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

const permissionFlag = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

/** Asked anew each time: looking costs little, and Python may have been installed since. */
async function pythonInterpreter(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)("python3", ["-c", "import sys; print(sys.executable)"]);
    return stdout.trim();
  } catch {
    throw lambdaError(
      "InvalidRuntimeException",
      "The embedded AWS runs Python functions with the python3 of its machine, which has none: install Python, or use a Node.js runtime.",
    );
  }
}
