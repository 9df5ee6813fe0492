import type { ExpectationChecked } from "../events.ts";
import type { PhaseRecord, ScenarioRecord } from "../runRecord.ts";

/** What time goes into: the engine, waiting (for the clock, or until answers count), attempts, and room on the target. */
export type Activity = "engine" | "waiting" | "tests" | "room";

/** A stretch of time: milliseconds since 1970. */
export interface Span {
  readonly activity: Activity;
  readonly from: number;
  readonly to: number;
}

/** Where the time of a scenario run went, in order. What had no end is left out: the run was cut short. */
export function spans({ started, phases, teardown, ended }: ScenarioRecord): Span[] {
  const begun = phases.flatMap((phase) => (phase.started === undefined ? [] : [{ ...phase, started: phase.started }]));
  const firstBegan = begun[0]?.started ?? teardown ?? ended;
  const all = [
    ...(firstBegan === undefined ? [] : [span("room", time(started.at), time(firstBegan.at))]),
    ...begun.flatMap(({ started: { at }, ...phase }) => phaseSpans(time(at), phase)),
    ...(teardown === undefined || ended === undefined ? [] : [span("engine", time(teardown.at), time(ended.at))]),
  ];
  return merged(all.filter(({ from, to }) => to > from));
}

function phaseSpans(began: number, { deployed, checks, ended }: Omit<PhaseRecord, "started">): Span[] {
  const ready = deployed === undefined ? began : time(deployed.at);
  let last = ready;
  const tried = checks.flatMap((check) => {
    const own = checkSpans(check, last);
    last = Math.max(last, time(check.at));
    return own;
  });
  const end = ended === undefined ? last : time(ended.at);
  // What passes between deployment and the first attempt is waiting as well.
  return [span("engine", began, ready), ...tried, span(checks.length === 0 ? "waiting" : "tests", last, end)];
}

function checkSpans({ at, milliseconds, convergenceMilliseconds = 0 }: ExpectationChecked, last: number): Span[] {
  const end = time(at);
  const began = Math.max(last, end - milliseconds);
  const counted = Math.min(end, began + convergenceMilliseconds);
  return [span("waiting", last, began), span("waiting", began, counted), span("tests", counted, end)];
}

/** Neighbours of the same kind are one: hundreds of attempts are as many rectangles. Gaps of a few milliseconds are none. */
function merged(all: readonly Span[]): Span[] {
  const done: Span[] = [];
  for (const next of all) {
    const before = done.at(-1);
    const isTiny = next.activity === "waiting" && next.to - next.from < tinyMilliseconds;
    const activity = before && isTiny ? before.activity : next.activity;
    if (before?.activity === activity) done.splice(-1, 1, { ...before, to: next.to });
    else done.push({ ...next, activity });
  }
  return done;
}

const tinyMilliseconds = 20;

function span(activity: Activity, from: number, to: number): Span {
  return { activity, from, to };
}

function time(at: string): number {
  return Date.parse(at);
}
