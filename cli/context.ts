import type { TerminalStream } from "../reporters/terminalScreen.ts";

/** The process as commands see it: nothing else in the project reads arguments, environment or streams. */
export interface Context {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder in which the command was given. */
  readonly workingFolder: string;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: TerminalStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Where `SIGINT`, `SIGTERM` and `SIGHUP` arrive. */
  readonly signals: NodeJS.EventEmitter;
  /** Sets the exit code with which the process will end; 0 unless a command says otherwise. */
  finish(exitCode: number): void;
}

/** Writes a line to the standard output. */
export function print({ stdout }: Context, line: string): void {
  stdout.write(`${line}\n`);
}

/** Writes a line to the standard error: for people, not for pipes. */
export function remark({ stderr }: Context, line: string): void {
  stderr.write(`${line}\n`);
}
