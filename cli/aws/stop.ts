import { setTimeout } from "node:timers/promises";
import { UserError } from "../../errors/userError.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

/** Longer than the embedded AWS waits for answers that are under way. */
const patienceMs = 10_000;
const pauseMs = 50;

/**
 * Stops an embedded AWS as Ctrl-C in its terminal does, waits until its process has ended, and says what it stopped.
 *
 * @throws UserError when none runs, when its process may not be ended from here, and when it does not end in time.
 */
export async function stop(which: WhichAws, context: Context): Promise<void> {
  const { url, pid } = await runningAws(which, context);
  if (!send(pid, "SIGTERM")) {
    throw new UserError(`Process ${pid} of the embedded AWS cannot be ended from here.`, "Stop it where it runs.", 1);
  }
  const end = Date.now() + patienceMs;
  while (send(pid, 0)) {
    if (Date.now() > end) {
      const message = `The embedded AWS at ${url} takes no more requests, but process ${pid} has not ended.`;
      throw new UserError(message, `End it at once: kill -9 ${pid}`, 1);
    }
    await setTimeout(pauseMs);
  }
  print(context, `Stopped the embedded AWS at ${url} (process ${pid}).`);
}

/** Whether a signal has reached the process; signal 0 only asks whether there is one. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
