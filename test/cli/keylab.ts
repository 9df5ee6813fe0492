import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const program = join(import.meta.dirname, "../../cli/keylab.js");

/** How the CLI is started. */
export interface Circumstances {
  /** The folder in which the command is given. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real CLI in a process of its own. */
export class Keylab {
  readonly process: ChildProcess;
  stdout = "";
  stderr = "";
  readonly #ended: Promise<unknown>;

  constructor(args: readonly string[], { folder, environment = {} }: Circumstances) {
    const { PATH = "" } = process.env;
    this.process = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { PATH, HOME: folder, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process.stdout?.on("data", (data: Buffer) => (this.stdout += data.toString()));
    this.process.stderr?.on("data", (data: Buffer) => (this.stderr += data.toString()));
    this.#ended = once(this.process, "close");
  }

  async ended(): Promise<Ended> {
    await this.#ended;
    return { exitCode: this.process.exitCode, stdout: this.stdout, stderr: this.stderr };
  }

  /** Waits until the standard output matches, or fails when the process ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    return this.#matches(pattern, "stdout");
  }

  /** The same for the standard error. */
  async tells(pattern: RegExp): Promise<RegExpExecArray> {
    return this.#matches(pattern, "stderr");
  }

  async #matches(pattern: RegExp, stream: "stdout" | "stderr"): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this[stream]);
      if (found !== null) return found;
      const { exitCode, signalCode } = this.process;
      if (exitCode !== null || signalCode !== null) {
        throw new Error(`keylab ended without ${pattern.source}: ${this.stdout}${this.stderr}`);
      }
      const readable = this.process[stream];
      await Promise.race([readable === null ? undefined : once(readable, "data"), this.#ended]);
    }
  }
}

/** Carries out a command to its end. */
export function keylab(args: readonly string[], circumstances: Circumstances): Promise<Ended> {
  return new Keylab(args, circumstances).ended();
}
