import type { Element } from "hast";
import { h } from "hastscript";
import type { Anchored } from "./anchors.ts";

const keys = [
  ["/", "search"],
  ["j, k", "next and previous scenario"],
  ["o", "open or close everything in the scenario"],
  ["t", "light or dark"],
  ["Escape", "show everything again"],
  ["?", "this list"],
];

/** What narrows the page. Without the script it does nothing and is not shown. */
export function toolbar(runs: readonly Anchored[]): Element {
  const areas = [...new Set(runs.map(({ run }) => run.started.scenario.split("/")[0] ?? ""))];
  const outcomes = ["failed", "inconclusive", "flaky", "skipped", "interrupted", "passed"];
  return h("nav", { class: "toolbar", "aria-label": "Find scenarios", hidden: true }, [
    h("label", null, ["Search ", h("input", { type: "search", id: "search", autocomplete: "off" })]),
    h("label", null, ["Outcome ", select("outcome", outcomes)]),
    h("label", null, ["Area ", select("area", areas)]),
    h("button", { type: "button", id: "theme" }, "Light or dark"),
    h("button", { type: "button", id: "help" }, "Keys"),
    h("span", { id: "shown", role: "status" }),
    h("dialog", { id: "keys", "aria-labelledby": "keys-title" }, [
      h("h2", { id: "keys-title" }, "Keys"),
      h(
        "dl",
        null,
        keys.flatMap(([key, meaning]) => [h("dt", null, h("kbd", null, key)), h("dd", null, meaning)]),
      ),
      h("form", { method: "dialog" }, h("button", null, "Close")),
    ]),
  ]);
}

function select(id: string, values: readonly string[]): Element {
  return h("select", { id }, [
    h("option", { value: "" }, "all"),
    ...values.map((value) => h("option", { value }, value)),
  ]);
}
