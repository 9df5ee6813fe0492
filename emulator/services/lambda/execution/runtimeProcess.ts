import { spawn, type ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import { runtimeMessage, type Initialization, type Invocation, type RuntimeMessage } from "./runtimeMessage.ts";

/** A program with its arguments. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** What a process does next: it tells something, or ends; or its time is up. */
export type RuntimeEvent =
  | Exclude<RuntimeMessage, { kind: "log" }>
  /** `how`: `exit status 1`, or `signal: killed`. */
  | { readonly kind: "exited"; readonly how: string }
  | { readonly kind: "late" };

/**
 * The process in which a function runs. It inherits no environment, has a process group of its own, and does not keep the
 * embedded AWS from ending.
 */
export class RuntimeProcess {
  readonly #child: ChildProcess;
  readonly #toChild: Socket;
  readonly #log: (text: string) => void;
  #unread = "";
  #isOver = false;
  /** What nobody has waited for yet. */
  readonly #events: RuntimeEvent[] = [];
  #waiting?: (event: RuntimeEvent) => void;

  /** `log` hears of whatever the function prints. */
  constructor({ file, args }: Command, folder: string, log: (text: string) => void) {
    this.#log = log;
    this.#child = spawn(file, args, {
      cwd: folder,
      env: {},
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    const [, stdout, stderr, toChild, fromChild] = this.#child.stdio;
    this.#toChild = pipe(toChild);
    pipe(stdout).on("data", log);
    pipe(stderr).on("data", log);
    pipe(fromChild).on("data", (chunk: string) => this.#receive(chunk));
    this.#child.on("error", ({ message }) => this.#happened({ kind: "exited", how: message }));
    this.#child.on("exit", () => this.kill());
    this.#child.on("close", (code, signal) => {
      this.#isOver = true;
      this.#happened({ kind: "exited", how: howItEnded(code, signal) });
    });
    this.#child.unref();
  }

  send(message: Initialization | Invocation): void {
    this.#toChild.write(`${JSON.stringify(message)}\n`);
  }

  /** What happens next, or `late` after so many milliseconds. */
  next(milliseconds: number): Promise<RuntimeEvent> {
    const known = this.#events.shift();
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#happened({ kind: "late" }), milliseconds);
      this.#waiting = (event) => {
        clearTimeout(timer);
        resolve(event);
      };
    });
  }

  /** Ends the process and all that it has started, at once. */
  kill(): void {
    const { pid } = this.#child;
    // The system may have given the id to another process since.
    if (pid === undefined || this.#isOver) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch (error) {
      // Nobody of the group is left.
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  }

  #receive(chunk: string): void {
    const lines = (this.#unread + chunk).split("\n");
    this.#unread = lines.pop() ?? "";
    for (const line of lines) {
      const message = messageIn(line);
      if (message.kind === "log") this.#log(message.text);
      else this.#happened(message);
    }
  }

  #happened(event: RuntimeEvent): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) waiting(event);
    else this.#events.push(event);
  }
}

/** One end of a pipe, which reads text and does not keep the embedded AWS from ending. */
function pipe(stream: unknown): Socket {
  if (!(stream instanceof Socket)) throw new Error("The process of a function has started without its pipes.");
  // A process that has ended neither hears nor tells anything more: what counts is that it ended.
  return stream
    .setEncoding("utf8")
    .unref()
    .on("error", () => undefined);
}

/** A function can write to the pipe, too: what is no message is something that it prints. */
function messageIn(line: string): RuntimeMessage {
  try {
    return runtimeMessage.parse(JSON.parse(line));
  } catch {
    return { kind: "log", text: `${line}\n` };
  }
}

function howItEnded(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === null) return `exit status ${code ?? 0}`;
  return `signal: ${signalWords[signal] ?? signal}`;
}

/** As AWS words them. */
const signalWords: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: "aborted",
  SIGKILL: "killed",
  SIGSEGV: "segmentation fault",
  SIGTERM: "terminated",
};
