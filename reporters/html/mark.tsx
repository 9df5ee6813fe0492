/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Verdict } from "../events.ts";
import type { Outcome } from "./outcome.ts";

const glyphs: Readonly<Record<Outcome, string>> = {
  passed: "✔",
  failed: "✘",
  inconclusive: "?",
  interrupted: "■",
  skipped: "–",
  "unsupported there": "–",
  "cut short": "…",
};

/** How something ended: a glyph and the word, for colour alone tells nobody. */
export function Mark({ outcome }: { readonly outcome: Outcome | Verdict }): VNode {
  return (
    <span class={`mark ${outcome.replace(" ", "-")}`}>
      <span aria-hidden="true">{glyphs[outcome]}</span> {outcome}
    </span>
  );
}
