import type { Element } from "hast";
import { h } from "hastscript";
import { duration } from "../text/duration.ts";
import type { PhaseRecord } from "../runRecord.ts";
import type { Anchored } from "./anchors.ts";
import { outcomeMark } from "./outcomeMark.ts";

/** Scenarios by phases: where to look. */
export function overview(runs: readonly Anchored[]): Element {
  const most = Math.max(1, ...runs.map(({ run }) => run.phases.length));
  const numbers = Array.from({ length: most }, (_, index) => h("th", { scope: "col" }, String(index + 1)));
  return h("section", { "aria-labelledby": "overview" }, [
    h("h2", { id: "overview" }, "Scenarios by phases"),
    h("div", { class: "wide", tabIndex: 0, role: "region", "aria-label": "Scenarios by phases" }, [
      h("table", { class: "overview" }, [
        h(
          "thead",
          null,
          h("tr", null, [
            h("th", { scope: "col" }, "Scenario"),
            h("th", { scope: "col" }, "Outcome"),
            h("th", { scope: "col" }, "Time"),
            ...numbers,
          ]),
        ),
        h("tbody", null, runs.map(row)),
      ]),
    ]),
  ]);
}

function row({ anchor, run: { started, phases, ended } }: Anchored): Element {
  const outcome = ended?.outcome ?? "cut short";
  return h("tr", { "data-of": anchor }, [
    h(
      "th",
      { scope: "row" },
      h("a", { href: `#${anchor}` }, `${started.scenario}${attemptText(started.attempt, started.repetition)}`),
    ),
    h("td", null, outcomeMark(outcome)),
    h("td", { class: "number" }, ended === undefined ? "" : duration(ended.milliseconds)),
    ...phases.map((phase, index) => h("td", null, phaseLink(phase, `${anchor}/${index + 1}`))),
  ]);
}

/** Which attempt or repetition it is, if it is not the only one that was wanted. */
export function attemptText(attempt: number, repetition: number): string {
  const parts = [
    ...(repetition > 1 ? [`repetition ${repetition}`] : []),
    ...(attempt > 1 ? [`attempt ${attempt}`] : []),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function phaseLink({ name, checks }: PhaseRecord, anchor: string): Element {
  if (checks.length === 0) return h("span", { class: "dim", title: `${name}: nothing was tried` }, "·");
  const passed = checks.filter(({ verdict }) => verdict === "passed").length;
  const tone =
    passed === checks.length
      ? "passed"
      : checks.some(({ verdict }) => verdict === "failed")
        ? "failed"
        : "inconclusive";
  const mark = { passed: "✔", failed: "✘", inconclusive: "?" }[tone];
  const label = `${name}: ${passed} of ${checks.length} as expected`;
  return h(
    "a",
    { href: `#${anchor}`, class: `outcome ${tone}`, title: label, "aria-label": label },
    `${mark} ${passed}/${checks.length}`,
  );
}
