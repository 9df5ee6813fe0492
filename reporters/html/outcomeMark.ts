import type { Element } from "hast";
import { h } from "hastscript";

const marks: Readonly<Record<string, string>> = {
  passed: "✔",
  allowed: "✔",
  failed: "✘",
  denied: "✘",
  skipped: "–",
};

/** A mark beside a word: colour is never alone, and neither is the mark. */
export function outcomeMark(outcome: string, tone = outcome): Element {
  return h(
    "span",
    { class: `outcome ${tone}` },
    h("span", { "aria-hidden": "true" }, `${marks[outcome] ?? "?"} `),
    outcome,
  );
}
