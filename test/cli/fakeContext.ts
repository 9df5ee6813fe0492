import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import type { Context } from "../../cli/context.ts";
import type { Ended } from "./keylab.ts";

/** Standard output of a terminal, or of a pipe. */
class FakeOutput extends PassThrough {
  readonly columns = 80;
  readonly isTTY: boolean;
  readonly #colors: boolean;

  constructor(isTTY: boolean, colors: boolean) {
    super();
    this.isTTY = isTTY;
    this.#colors = colors;
  }

  hasColors(): boolean {
    return this.#colors;
  }
}

class FakeInput extends PassThrough {
  readonly isTTY: boolean;

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
}

/** A process that is none: what it writes can be read, what it hears is said by the test. */
export class FakeContext implements Context {
  readonly environment: Context["environment"];
  readonly workingFolder: string;
  readonly stdin: FakeInput;
  readonly stdout: FakeOutput;
  readonly stderr: FakeOutput;
  readonly signals = new EventEmitter();
  exitCode = 0;

  constructor({ isTTY = false, colors = false, environment = {}, workingFolder = "/" } = {}) {
    this.environment = environment;
    this.workingFolder = workingFolder;
    this.stdin = new FakeInput(isTTY);
    this.stdout = new FakeOutput(isTTY, colors);
    this.stderr = new FakeOutput(isTTY, colors);
  }

  finish(exitCode: number): void {
    this.exitCode = exitCode;
  }

  /** What was written to the standard error since the last time. */
  told(): string {
    return String(this.stderr.read() ?? "");
  }
}

/** Carries out a command in this process: sooner than in one of its own, and the same but for the process's end. */
export async function keylabHere(args: readonly string[], context: FakeContext): Promise<Ended> {
  // Imported here, so that it and the commands that it imports are of one module graph: mocha loads tests by another one.
  const { runCli } = await import("../../cli/runCli.ts");
  await runCli(args, context);
  return { exitCode: context.exitCode, stdout: String(context.stdout.read() ?? ""), stderr: context.told() };
}
