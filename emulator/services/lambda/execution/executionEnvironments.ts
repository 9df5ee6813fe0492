import { lambdaError } from "../lambdaError.ts";
import type { Principal } from "../../../principal.ts";
import type { ExecutionEnvironment } from "./executionEnvironment.ts";

/** How long an environment waits for another event. AWS does not tell; 5 to 15 minutes have been measured. */
const idleMilliseconds = 5 * 60 * 1000;

/** Where nobody answers: until the embedded AWS listens, functions must not reach AWS itself. */
const nowhere = "http://127.0.0.1:0";

/** An execution environment with the role that it has the credentials of. */
export interface StartedEnvironment {
  readonly environment: ExecutionEnvironment;
  readonly role: Principal;
}

/** Of a function, and how many invocations of it may run at a time. */
export interface ConcurrencyLimit {
  readonly functionArn: string;
  readonly limit: number;
  readonly reason: string;
}

/** The execution environments of an embedded AWS, by version; those that wait for an event are used again. */
export class ExecutionEnvironments {
  /** Where functions find the embedded AWS. */
  endpointUrl = nowhere;
  readonly #all = new Set<ExecutionEnvironment>();
  readonly #idle = new Map<object, Set<StartedEnvironment>>();
  /** Invocations under way, by the function's ARN. */
  readonly #running = new Map<string, number>();
  readonly #discarded = new WeakSet<object>();
  #isClosed = false;

  /** Runs an invocation unless too many are under way. Throws TooManyRequestsException. */
  async within<Result>({ functionArn, limit, reason }: ConcurrencyLimit, work: () => Promise<Result>): Promise<Result> {
    const running = this.#running.get(functionArn) ?? 0;
    if (running >= limit) throw lambdaError("TooManyRequestsException", "Rate Exceeded.", { Reason: reason });
    this.#running.set(functionArn, running + 1);
    try {
      return await work();
    } finally {
      this.#running.set(functionArn, (this.#running.get(functionArn) ?? 1) - 1);
    }
  }

  /** An environment of a version that waits for an event, if there is one. */
  takeIdle(version: object): StartedEnvironment | undefined {
    const waiting = this.#idle.get(version) ?? new Set();
    for (const started of waiting) {
      waiting.delete(started);
      if (started.environment.isReusable) return started;
      void this.#end(started.environment);
    }
    return undefined;
  }

  /** Knows an environment from now on: it ends with the embedded AWS at the latest. */
  add(environment: ExecutionEnvironment): void {
    this.#all.add(environment);
    if (this.#isClosed) void this.#end(environment);
  }

  /** Takes an environment back after an invocation. */
  async giveBack(version: object, started: StartedEnvironment): Promise<void> {
    const { environment } = started;
    if (this.#isClosed || this.#discarded.has(version) || !environment.isReusable) {
      await this.#end(environment);
      return;
    }
    const waiting = this.#idle.get(version) ?? new Set();
    this.#idle.set(version, waiting.add(started));
    setTimeout(() => {
      if (waiting.delete(started)) void this.#end(environment);
    }, idleMilliseconds).unref();
  }

  /** Ends the environments of a version that is changed or deleted; those at work, when they have finished. */
  async discard(version: object): Promise<void> {
    this.#discarded.add(version);
    const waiting = this.#idle.get(version) ?? new Set();
    this.#idle.delete(version);
    for (const { environment } of waiting) await this.#end(environment);
  }

  /** Ends all environments, also those at work. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const environment of this.#all) await this.#end(environment);
  }

  async #end(environment: ExecutionEnvironment): Promise<void> {
    this.#all.delete(environment);
    await environment.stop();
  }
}
