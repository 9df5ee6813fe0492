import type { Element } from "hast";
import { h } from "hastscript";
import type { ExpectationChecked } from "../events.ts";
import { because } from "../text/observed.ts";
import { outcomeMark } from "./outcomeMark.ts";

/** What a phase has shown: attempts by principals, with the layer that decided. */
export function accessMatrix(checks: readonly ExpectationChecked[], anchor: string): Element {
  const principals = [...new Set(checks.map(({ principal }) => principal))];
  const attempts = [...new Set(checks.map(({ attempt }) => attempt))];
  const head = [h("td", null), ...principals.map((principal) => h("th", { scope: "col" }, principal))];
  return h("div", { class: "wide", tabIndex: 0, role: "region", "aria-label": "Access matrix" }, [
    h("table", { class: "access" }, [
      h("thead", null, h("tr", null, head)),
      h(
        "tbody",
        null,
        attempts.map((attempt) =>
          h("tr", null, [
            h("th", { scope: "row" }, attempt),
            ...principals.map((principal) => h("td", null, cellsOf(checks, { principal, attempt }, anchor))),
          ]),
        ),
      ),
    ]),
  ]);
}

/** All that a principal has tried so: a phase may try the same thing again. */
function cellsOf(
  checks: readonly ExpectationChecked[],
  of: Pick<ExpectationChecked, "principal" | "attempt">,
  anchor: string,
): Element {
  const found = checks.flatMap((check, index) =>
    check.principal === of.principal && check.attempt === of.attempt ? [{ check, index }] : [],
  );
  if (found.length === 0) return h("span", { class: "dim", "aria-label": "not tried" }, "·");
  return h(
    "ul",
    null,
    found.map(({ check, index }) => h("li", null, h("a", { href: `#${anchor}/${index + 1}` }, cell(check)))),
  );
}

function cell(check: ExpectationChecked): (Element | string)[] {
  const verdict = check.verdict === "passed" ? "" : ` ${check.verdict.toUpperCase()}`;
  return [outcomeMark(check.observed, check.verdict), `${because(check)}${verdict}`];
}
