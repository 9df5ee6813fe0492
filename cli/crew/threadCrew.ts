import { Worker } from "node:worker_threads";
import type { Fate } from "../../mutations/mutateScenario.ts";
import type { Crew } from "../../runner/crew.ts";
import type { RunContext } from "../../runner/runContext.ts";
import type { Ending } from "../../runner/runScenario.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import type { FromThread, Job, ThreadData, ToThread } from "./job.ts";

/** Runs scenarios in threads, each with an engine and an embedded AWS of its own. A thread begins when it is first needed. */
export class ThreadCrew implements Crew {
  readonly size: number;
  readonly #data: ThreadData;
  readonly #idle: Worker[] = [];
  readonly #all: Worker[] = [];

  constructor(size: number, data: ThreadData) {
    this.size = size;
    this.#data = data;
  }

  readonly run = async (scenario: Scenario, context: RunContext): Promise<Ending> => {
    const message = await this.#carryOut("run", scenario, context);
    if (message.kind === "ended") return message.ending;
    throw unexpected(message);
  };

  /** As `mutateScenario`. */
  readonly mutate = async (scenario: Scenario, context: RunContext): Promise<readonly Fate[]> => {
    const message = await this.#carryOut("mutate", scenario, context);
    if (message.kind === "mutated") return message.fates;
    throw unexpected(message);
  };

  /** Ends the threads. To be called when no job is left. */
  async close(): Promise<void> {
    await Promise.all(this.#all.map((thread) => thread.terminate()));
  }

  async #carryOut(kind: Job["kind"], { id }: Scenario, context: RunContext): Promise<FromThread> {
    const thread = this.#idle.pop() ?? this.#begin();
    const { folder, suffix } = context;
    const abort = () => post(thread, { kind: "abort" });
    context.signal.addEventListener("abort", abort);
    try {
      post(thread, { kind, scenario: id, folder, suffix });
      return await lastMessage(thread, context);
    } finally {
      context.signal.removeEventListener("abort", abort);
      this.#idle.push(thread);
    }
  }

  #begin(): Worker {
    const thread = new Worker(new URL("./thread.js", import.meta.url), { workerData: this.#data });
    this.#all.push(thread);
    return thread;
  }
}

function post(thread: Worker, message: ToThread): void {
  thread.postMessage(message);
}

/** Hands on events until the job ends. Rejects with the error that has ended the thread. */
function lastMessage(thread: Worker, context: RunContext): Promise<FromThread> {
  return new Promise((resolve, reject) => {
    const hear = (message: FromThread) => {
      if (message.kind === "event") return context.emit(message.event);
      thread.off("message", hear).off("error", reject);
      resolve(message);
    };
    thread.on("message", hear).once("error", reject);
  });
}

function unexpected(message: FromThread): unknown {
  return message.kind === "broken" ? message.error : new Error(`A thread answered with "${message.kind}".`);
}
