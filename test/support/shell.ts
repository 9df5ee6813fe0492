import { execFile } from "node:child_process";

/** What a command that has ended printed. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, whatever its exit code. Rejects if it cannot be started or takes longer: by default than a minute. */
export function shell(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  milliseconds = 60_000,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { env: environment, timeout: milliseconds }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode === "number") resolve({ exitCode, stdout, stderr });
      else reject(error ?? new Error(`${command} ended without an exit code`));
    });
  });
}

/** Whether a command is there and says its version. */
export async function hasCommand(command: string, args: readonly string[] = ["--version"]): Promise<boolean> {
  try {
    return (await shell(command, args, process.env)).exitCode === 0;
  } catch {
    return false;
  }
}
