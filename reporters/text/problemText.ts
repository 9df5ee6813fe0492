import type { Problem } from "../events.ts";

/** What went wrong, with what was under way and what to do about it. A bug's stack trace is on lines of its own. */
export function problemText({ stage, phase, resource, message, nextStep }: Problem): string {
  const when = [
    stage,
    ...(phase === undefined ? [] : [`in the phase "${phase}"`]),
    ...(resource ? [`of ${resource}`] : []),
  ];
  return `${when.join(" ")}: ${message}${nextStep === undefined ? "" : `\n${nextStep}`}`;
}
