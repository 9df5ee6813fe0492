import type { Element } from "hast";
import { h } from "hastscript";
import type { ExpectationChecked } from "../events.ts";
import { duration } from "../text/duration.ts";
import { explanationLines } from "../text/explanationLines.ts";
import { observed } from "../text/observed.ts";

/** One expectation in full: what was expected and observed, what AWS said, and why it decided so. */
export function expectationDetails(check: ExpectationChecked, anchor: string): Element {
  const { verdict, principal, attempt, explanation } = check;
  return h("details", { id: anchor, class: `check ${verdict}`, open: verdict !== "passed" }, [
    h("summary", null, [
      h("span", { class: `outcome ${verdict}` }, verdict),
      ` ${principal}: ${attempt}: ${observed(check)} `,
      h("a", { href: `#${anchor}`, class: "link", "aria-label": `Link to ${principal}: ${attempt}` }, "#"),
    ]),
    h(
      "dl",
      null,
      facts(check).flatMap(([name, value]) => [h("dt", null, name), h("dd", null, value)]),
    ),
    explanation && h("pre", { class: "tree", tabIndex: 0 }, explanationLines(explanation, { short: false }).join("\n")),
  ]);
}

function facts(check: ExpectationChecked): [string, string][] {
  const { expected, reason, error, tries, convergenceMilliseconds, milliseconds, operation, decidedBy } = check;
  return [
    ["Operation", operation],
    ["Expected", expected],
    ["Observed", observed(check)],
    ...(reason === undefined ? [] : [["Reason", reason] satisfies [string, string]]),
    ...(error === undefined ? [] : [["AWS said", `${error.code}: ${error.message}`] satisfies [string, string]]),
    ...(error?.requestId === undefined ? [] : [["Request", error.requestId] satisfies [string, string]]),
    ...(decidedBy === undefined
      ? []
      : [["Decided by", `statement ${decidedBy.statement} of ${decidedBy.policy}`] satisfies [string, string]]),
    ["Took", `${duration(milliseconds)}${tries === 1 ? "" : `, ${tries} tries`}`],
    ...(convergenceMilliseconds === undefined
      ? []
      : [["As expected after", duration(convergenceMilliseconds)] satisfies [string, string]]),
  ];
}
