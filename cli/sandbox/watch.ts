import { setTimeout } from "node:timers/promises";
import { problemsOf } from "../../runner/problemsOf.ts";
import { ClassDesk } from "../../sandboxes/classDesk.ts";
import type { Progress } from "../../sandboxes/deploy/deployAll.ts";
import { watchOnce } from "../../sandboxes/watch/watchOnce.ts";
import type { ChangePlace } from "../../sandboxes/terms/changeLease.ts";
import { print, remark, type Context } from "../context.ts";
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
 * Looks after a class until all its sandboxes have ended, or until Ctrl-C: a look that fails is told, and the next one tries again.
 *
 * With `once`: looks once, and sets the exit code: 1 where something could not be ended.
 */
export async function watch(options: WatchOptions, context: Context): Promise<void> {
  await withClass(options, context, async (change) => {
    const desk = new ClassDesk(change);
    const tell = ({ lease, state, reason }: Progress) => print(context, `${lease} ${state}: ${reason}`);
    if (options.once === true) {
      await watchOnce(change, desk, tell);
      if (change.folder.leases.list().some(({ state }) => state === "quarantined")) context.finish(1);
      return;
    }
    print(context, `Watching the class ${change.record.name}. Ctrl-C stops it.`);
    await watchOn({ change, desk, tell, every: options.every }, context);
  });
}

interface Watch {
  readonly change: ChangePlace;
  readonly desk: ClassDesk;
  readonly tell: (progress: Progress) => void;
  readonly every: number;
}

async function watchOn({ change, desk, tell, every }: Watch, context: Context): Promise<void> {
  const { signal } = change.places.home.place;
  const isStopped = () => signal.aborted;
  const isOver = () => change.folder.leases.list().every(({ state }) => state === "ended");
  while (!isStopped() && !isOver()) {
    try {
      await watchOnce(change, desk, tell);
    } catch (error) {
      if (isStopped()) return;
      for (const { message } of problemsOf(error, { stage: "clean-up" })) remark(context, message);
    }
    await setTimeout(every * 1_000, undefined, { signal }).catch(() => undefined);
  }
  if (isOver()) print(context, "All sandboxes have ended.");
}
