/**
 * How long a new volume is `creating`, a snapshot `pending` and a change `modifying`, in milliseconds. AWS takes seconds or
 * minutes and promises nothing; here it is short, so that clients that wait for it need not wait long.
 */
const duration = 1_000;

/** Whether what began then is over by now, on the instance's clock. */
export function isOver(beganAt: Date, now: Date): boolean {
  return now.getTime() - beganAt.getTime() >= duration;
}
