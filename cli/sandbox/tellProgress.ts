import { performance } from "node:perf_hooks";
import type { Progress } from "../../sandboxes/deploy/deployAll.ts";
import { remark, type Context } from "../context.ts";

/** Tells each sandbox that is through, and how long the others will take if they go on so. */
export function tellProgress(
  what: string,
  context: Context,
  now = () => performance.now(),
): (progress: Progress) => void {
  const began = now();
  return ({ lease, state, reason, done, of }) => {
    if (state === "deploying") return;
    const left = done === 0 || done === of ? "" : `, about ${timeText(((now() - began) / done) * (of - done))} left`;
    remark(context, `${done} of ${of} ${what}${left}: ${lease} ${state}, for ${reason}`);
  };
}

function timeText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
