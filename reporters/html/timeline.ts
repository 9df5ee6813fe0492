import type { Element } from "hast";
import { h } from "hastscript";
import type { ScenarioRecord } from "../runRecord.ts";
import { duration } from "../text/duration.ts";
import type { ToldRun } from "../toldRun.ts";
import type { Anchored } from "./anchors.ts";

type Kind = "engine" | "tests" | "waiting";

interface Span {
  readonly kind: Kind;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** What a scenario did when: the engine, tests, and waiting for answers that come late. */
function spansOf({ phases, teardown, ended }: ScenarioRecord): readonly Span[] {
  const ending = (kind: Kind, at: string, milliseconds: number): Span => ({
    kind,
    from: Date.parse(at) - milliseconds,
    to: Date.parse(at),
  });
  return [
    ...phases.flatMap(({ deployed, checks }) => [
      ...(deployed === undefined ? [] : [ending("engine", deployed.at, deployed.milliseconds)]),
      ...checks.map(({ tries, at, milliseconds }) => ending(tries === 1 ? "tests" : "waiting", at, milliseconds)),
    ]),
    ...(teardown === undefined || ended === undefined
      ? []
      : [{ kind: "engine" as const, from: Date.parse(teardown.at), to: Date.parse(ended.at) }]),
  ];
}

/** Who was at work when, and where the time went. */
export function timeline(run: ToldRun, runs: readonly Anchored[]): Element {
  const began = Date.parse(run.started.at);
  const end = Math.max(
    began + 1,
    ...runs.flatMap(({ run: { started, ended } }) => [Date.parse(started.at), Date.parse(ended?.at ?? started.at)]),
  );
  const place = (time: number) => `${(((time - began) / (end - began)) * 100).toFixed(3)}%`;
  const bar = ({ kind, from, to }: Span) =>
    h("span", { class: `bar ${kind}`, style: `left:${place(from)};width:calc(${place(began + to - from)} + 1px)` });
  return h("section", { "aria-labelledby": "timeline" }, [
    h("h2", { id: "timeline" }, "Timeline"),
    h("p", { class: "legend" }, [
      h("span", { class: "key engine" }, "engine"),
      h("span", { class: "key tests" }, "tests"),
      h("span", { class: "key waiting" }, "waiting for late answers"),
    ]),
    h(
      "ol",
      { class: "gantt" },
      runs.map(({ anchor, run }) => {
        const spans = spansOf(run);
        return h("li", { "data-of": anchor }, [
          h("a", { href: `#${anchor}` }, anchor),
          h("span", { class: "track", "aria-hidden": "true" }, spans.map(bar)),
          h("span", { class: "sum" }, sumText(spans)),
        ]);
      }),
    ),
  ]);
}

function sumText(spans: readonly Span[]): string {
  const sum = (wanted: Kind) =>
    spans.filter(({ kind }) => kind === wanted).reduce((total, { from, to }) => total + to - from, 0);
  return (["engine", "tests", "waiting"] as const)
    .flatMap((kind) => (sum(kind) === 0 ? [] : [`${kind} ${duration(sum(kind))}`]))
    .join(", ");
}
