import { setTimeout } from "node:timers/promises";
import * as z from "zod";

const health = z.object({ status: z.literal("ok"), version: z.string(), ready: z.boolean() });

const tries = 100;
const pauseMilliseconds = 100;
const patienceMilliseconds = 2_000;

/** Waits, ten seconds at most, until an embedded AWS that answers already is through with its start. @returns whether one is there that is */
export async function becomesReady({ origin }: URL): Promise<boolean> {
  for (let done = 0; done < tries; done++) {
    const ready = await isReady(origin);
    if (ready !== false) return ready === true;
    await setTimeout(pauseMilliseconds);
  }
  return false;
}

/** Nothing where nobody answers, or something else. */
async function isReady(origin: string): Promise<boolean | undefined> {
  try {
    const answer = await fetch(`${origin}/_keylab/health`, { signal: AbortSignal.timeout(patienceMilliseconds) });
    return health.safeParse(await answer.json()).data?.ready;
  } catch {
    return undefined;
  }
}
