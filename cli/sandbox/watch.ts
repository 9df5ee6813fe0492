import { setTimeout } from "node:timers/promises";
import { UserError } from "../../errors/userError.ts";
import { ClassDesk } from "../../sandboxes/classDesk.ts";
import type { Progress } from "../../sandboxes/deploy/deployAll.ts";
import { lookProblems } from "../../sandboxes/watch/lookProblems.ts";
import { watchOnce } from "../../sandboxes/watch/watchOnce.ts";
import type { ChangePlace } from "../../sandboxes/terms/changeLease.ts";
import { print, remark, type Context } from "../context.ts";
import { listenForInterruption } from "../interruption.ts";
import { findClass } from "./classesFolder.ts";
import type { ClassOptions } from "./classOptions.ts";
import { withClass } from "./withClass.ts";

/** What `keylab sandbox watch` was told. */
export interface WatchOptions extends ClassOptions {
  /** Seconds between two looks. */
  readonly every: number;
  /** Whether it looks once, as a job of cron or CI does. */
  readonly once?: boolean;
}

/**
 * Looks after a class until all its sandboxes have ended, or until Ctrl-C, which is how it is stopped: the exit code is 0. A look that fails is told once, and
 * the next one enters anew: an embedded AWS that was started again lets nobody in as before.
 *
 * With `once`: looks once, and sets the exit code: 1 where something could not be ended.
 */
export async function watch(options: WatchOptions, context: Context): Promise<void> {
  if (options.once === true) return lookOnce(options, context);
  const { folder, record } = findClass(options.class, context);
  const interruption = listenForInterruption(context.signals, () => undefined);
  const { signal } = interruption;
  const watching = { isBegun: false, told: "" };
  const isOver = () => folder.leases.list().every(({ state }) => state === "ended");
  try {
    while (!signal.aborted) {
      try {
        await withClass(options, context, async (change) => {
          if (!watching.isBegun) print(context, `Watching the class ${record.name}. Ctrl-C stops it.`);
          watching.isBegun = true;
          await lookOn({ change, every: options.every, isOver, looked: () => (watching.told = "") }, context);
        });
        if (isOver()) return print(context, "All sandboxes have ended.");
      } catch (error) {
        if (isStopped(signal)) return;
        if (!watching.isBegun) throw error;
        if (folder.record === undefined) throw gone(record.name);
        const text = lookProblems(error).join(" ");
        if (text !== watching.told) remark(context, `${text} Trying again every ${options.every} s.`);
        watching.told = text;
        await pause(options.every, signal);
      }
    }
  } finally {
    interruption.stop();
  }
}

async function lookOnce(options: WatchOptions, context: Context): Promise<void> {
  await withClass(options, context, async (change) => {
    await watchOnce(change, new ClassDesk(change), teller(context));
    if (change.folder.leases.list().some(({ state }) => state === "quarantined")) context.finish(1);
  });
}

interface Watch {
  readonly change: ChangePlace;
  readonly every: number;
  readonly isOver: () => boolean;
  /** Called after each look that went well. */
  readonly looked: () => void;
}

async function lookOn({ change, every, isOver, looked }: Watch, context: Context): Promise<void> {
  const { signal } = change.places.home.place;
  const desk = new ClassDesk(change);
  while (!isStopped(signal) && !isOver()) {
    await watchOnce(change, desk, teller(context));
    looked();
    if (!isOver()) await pause(every, signal);
  }
}

function gone(name: string): UserError {
  return new UserError(`The class ${name} is not here any more.`, "Nothing is left to watch.", 1);
}

function teller(context: Context): (progress: Progress) => void {
  return ({ lease, state, reason }) => print(context, `${lease} ${state}: ${reason}`);
}

/** Asked anew each time: it changes meanwhile. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(seconds * 1_000, undefined, { signal }).catch(() => undefined);
}
