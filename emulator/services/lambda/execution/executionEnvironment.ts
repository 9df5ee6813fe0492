import type { ExecutionFolder } from "./executionFolder.ts";
import { RuntimeProcess, type Command, type RuntimeEvent } from "./runtimeProcess.ts";
import type { Initialization, Invocation } from "./runtimeMessage.ts";

/** How long a function may take to load. Source: Lambda Developer Guide, "Understanding the Lambda execution environment lifecycle". */
const initMilliseconds = 10_000;
/** Credentials of a role last an hour at least; an environment ends well before. */
const longestLife = 45 * 60 * 1000;

/** How an invocation ended. */
export interface Outcome {
  /** JSON: what the handler answered, or the error. */
  readonly payload: string;
  readonly isError: boolean;
  /** Absent: the handler answered, be it with an error. */
  readonly failure?: { readonly status: "timeout" | "error"; readonly errorType: string };
  /** What the function printed, in order. */
  readonly printed: readonly string[];
  readonly milliseconds: number;
  /** How long loading took, in the first invocation. */
  readonly initMilliseconds?: number;
  /** In MB, at most so far. */
  readonly memory: number;
}

/** A place in which a function runs, one event at a time: a process with a folder of its own. */
export class ExecutionEnvironment {
  readonly logStream: string;
  readonly #folder: ExecutionFolder;
  readonly #process: RuntimeProcess;
  readonly #endOfLife = Date.now() + longestLife;
  #printed: string[] = [];
  #init?: { readonly event: RuntimeEvent; readonly milliseconds: number };
  #isSpent = false;
  #memory = 0;

  constructor(folder: ExecutionFolder, command: Command, logStream: string) {
    this.#folder = folder;
    this.logStream = logStream;
    this.#process = new RuntimeProcess(command, folder.task, (text) => this.#printed.push(text));
  }

  /** Whether it can take another event. */
  get isReusable(): boolean {
    return !this.#isSpent && Date.now() < this.#endOfLife;
  }

  /** Loads the function. How that ended is the outcome of the first invocation. */
  async initialize(environment: Initialization["environment"], handler: string): Promise<void> {
    const start = performance.now();
    this.#process.send({ kind: "initialize", environment, taskRoot: this.#folder.task, handler });
    const event = await this.#process.next(initMilliseconds);
    this.#init = { event, milliseconds: performance.now() - start };
  }

  /** Runs the function. `seconds` is its timeout. */
  async invoke(invocation: Omit<Invocation, "kind" | "deadline">, seconds: number): Promise<Outcome> {
    const init = this.#init;
    this.#init = undefined;
    if (init && init.event.kind !== "ready") {
      return this.#outcome(init.event, {
        invocation,
        seconds: initMilliseconds / 1000,
        start: performance.now(),
        init,
      });
    }
    const start = performance.now();
    this.#process.send({ ...invocation, kind: "invoke", deadline: Date.now() + seconds * 1000 });
    const event = await this.#process.next(seconds * 1000);
    return this.#outcome(event, { invocation, seconds, start, init });
  }

  /** Ends the process and removes the folder. */
  async stop(): Promise<void> {
    this.#isSpent = true;
    this.#process.kill();
    await this.#folder.remove();
  }

  #outcome(event: RuntimeEvent, { invocation, seconds, start, init }: Course): Outcome {
    const milliseconds = event.kind === "late" ? seconds * 1000 : performance.now() - start;
    if ("memory" in event) this.#memory = Math.max(this.#memory, event.memory ?? 0);
    // Whoever has not answered, or has failed to load, is not asked again.
    if (event.kind === "failed") this.#isSpent = event.isLast === true || init?.event === event;
    else if (event.kind !== "answered") this.#isSpent = true;
    const printed = this.#printed;
    this.#printed = [];
    const facts = { printed, milliseconds, initMilliseconds: init?.milliseconds, memory: this.#memory };
    return { ...facts, ...answerOf(event, invocation.requestId, seconds) };
  }
}

/** What is known of an invocation that has ended. */
interface Course {
  readonly invocation: Pick<Invocation, "requestId">;
  readonly seconds: number;
  readonly start: number;
  readonly init?: { readonly event: RuntimeEvent; readonly milliseconds: number };
}

/** Source of the errors' form: recorded answers. */
function answerOf(
  event: RuntimeEvent,
  requestId: string,
  seconds: number,
): Pick<Outcome, "payload" | "isError" | "failure"> {
  switch (event.kind) {
    case "answered":
      return { payload: event.payload, isError: false };
    case "failed":
      return { payload: JSON.stringify(event.error), isError: true };
    case "ready":
      throw new Error("The runtime of a function loads it a second time.");
    case "late":
      return failed("timeout", "Sandbox.Timedout", requestId, `Task timed out after ${seconds.toFixed(2)} seconds`);
    case "exited":
      return failed("error", "Runtime.ExitError", requestId, exitSentence(event.how));
  }
}

function exitSentence(how: string): string {
  return how === "exit status 0" ? "Runtime exited without providing a reason" : `Runtime exited with error: ${how}`;
}

function failed(
  status: "timeout" | "error",
  errorType: string,
  requestId: string,
  problem: string,
): Pick<Outcome, "payload" | "isError" | "failure"> {
  const errorMessage = `RequestId: ${requestId} Error: ${problem}`;
  return { payload: JSON.stringify({ errorType, errorMessage }), isError: true, failure: { status, errorType } };
}
