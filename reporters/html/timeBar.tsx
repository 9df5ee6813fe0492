/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Activity, Span } from "./spans.ts";
import { spent } from "./spent.ts";

/** What the kinds of time are called. */
export const activityNames: Readonly<Record<Activity, string>> = {
  room: "room on the target",
  engine: "engine",
  waiting: "waiting",
  tests: "attempts",
};

/** The time that a bar shows: milliseconds since 1970. */
export interface TimeFrame {
  readonly from: number;
  readonly to: number;
}

/** Where time went, on a line from the beginning to the end of a frame. Whoever cannot see it is told the sums. */
export function TimeBar({ spans, frame }: { readonly spans: readonly Span[]; readonly frame: TimeFrame }): VNode {
  const whole = Math.max(1, frame.to - frame.from);
  const percent = (milliseconds: number) => `${Math.round((milliseconds / whole) * 10_000) / 100}%`;
  return (
    <svg class="time" role="img" aria-label={sums(spans)} width="100%" height="14">
      <rect class="ground" width="100%" height="14" />
      {spans.map(({ activity, from, to }) => (
        <rect key={from} class={activity} x={percent(from - frame.from)} width={percent(to - from)} y="2" height="10">
          <title>
            {activityNames[activity]}: {spent(to - from)}
          </title>
        </rect>
      ))}
    </svg>
  );
}

/** `engine 2.0 s, attempts 0.1 s`. */
export function sums(spans: readonly Span[]): string {
  const kinds = [...new Set(spans.map(({ activity }) => activity))];
  const texts = kinds.map((kind) => {
    const total = spans.filter(({ activity }) => activity === kind).reduce((sum, { from, to }) => sum + to - from, 0);
    return `${activityNames[kind]} ${spent(total)}`;
  });
  return texts.length === 0 ? "no time" : texts.join(", ");
}
