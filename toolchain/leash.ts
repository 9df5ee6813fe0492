/**
 * A program of its own: runs a command and everything that the command starts in one process group, and kills the whole
 * group when its standard input ends. Standard input ends when the parent lets go or dies, however it dies, so no build
 * outlives the process that wanted it. `runLeashed.ts` starts it.
 */
import { spawn } from "node:child_process";

const [command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));

process.stdin.resume().on("close", () => {
  child.kill("SIGKILL");
  if (process.platform === "win32") process.exit(1);
  process.kill(-process.pid, "SIGKILL");
});
