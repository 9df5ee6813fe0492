/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { printableLines } from "../text/printable.ts";
import { problemText } from "../text/problemText.ts";
import { Mark } from "./mark.tsx";
import type { ScenarioView } from "./views.ts";

/** What is to be looked at first: whatever was not as expected, with links to it. */
export function Attention({
  views,
  notRun,
}: {
  readonly views: readonly ScenarioView[];
  readonly notRun: readonly string[];
}): VNode {
  const items = views.flatMap(itemsOf);
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">Not as expected</h2>
      {items.length === 0 ? (
        <p>{views.length === 0 ? "No scenario was begun." : "Nothing. Every scenario that ran ended as expected."}</p>
      ) : (
        <ol class="attention">{items}</ol>
      )}
      {notRun.length > 0 && <p>Not run: {notRun.join(", ")}.</p>}
    </section>
  );
}

function itemsOf(view: ScenarioView): VNode[] {
  const { anchor, record } = view;
  const { problems = [], leftovers = [], triedAgain = false } = record.ended ?? {};
  const again = triedAgain ? " It was tried again, which counts instead." : "";
  const checks = view.phases.flatMap((phase) => phase.checks).filter(({ check }) => check.verdict !== "passed");
  const lines = [
    ...checks.map(({ anchor: place, check }) => ({
      place,
      what: `${check.principal}: ${check.attempt}`,
      why: check.reason ?? "",
      mark: <Mark outcome={check.verdict} />,
    })),
    ...problems.map((problem) => ({
      place: anchor,
      what: "",
      why: problemText(problem),
      mark: <Mark outcome={view.outcome} />,
    })),
    ...leftovers.map((leftover) => ({
      place: anchor,
      what: "left behind",
      why: leftover,
      mark: <Mark outcome="failed" />,
    })),
    ...(record.ended === undefined
      ? [{ place: anchor, what: "", why: "the run was cut short", mark: <Mark outcome="cut short" /> }]
      : []),
  ];
  return lines.map(({ place, what, why, mark }) => (
    <li key={`${place} ${why}`}>
      {mark} <a href={`#${place}`}>{anchor}</a>
      {what !== "" && ` ${what}`}
      {why !== "" && <span class="why">{printableLines(why)[0]}</span>}
      {again}
    </li>
  ));
}
