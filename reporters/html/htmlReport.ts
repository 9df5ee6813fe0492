import { readFileSync } from "node:fs";
import type { Element } from "hast";
import { h } from "hastscript";
import { toHtml } from "hast-util-to-html";
import type { ToldRun } from "../toldRun.ts";
import { anchored } from "./anchors.ts";
import { overview } from "./overview.ts";
import { runHeader } from "./runHeader.ts";
import { scenarioSection } from "./scenarioSection.ts";
import { timeline } from "./timeline.ts";
import { toolbar } from "./toolbar.ts";

/** Nothing comes from anywhere else, and nothing goes there. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/** A run as one page that needs nothing else. All of it can be read without its script. */
export function htmlReport(run: ToldRun): string {
  return `${toHtml([{ type: "doctype" }, page(run)])}\n`;
}

function page(run: ToldRun): Element {
  const runs = anchored(run);
  return h("html", { lang: "en" }, [
    h("head", null, [
      h("meta", { charset: "utf-8" }),
      h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("link", { rel: "icon", href: "data:," }),
      h("title", null, `Keylab run ${run.started.runId}`),
      inline("style", "./report.css"),
    ]),
    h("body", null, [
      h("a", { href: "#scenarios", class: "skip" }, "Skip to the scenarios"),
      runHeader(run),
      toolbar(runs),
      h("main", null, [
        overview(runs),
        timeline(run, runs),
        h("div", { id: "scenarios", tabIndex: -1 }, runs.map(scenarioSection)),
      ]),
      inline("script", "./client.js"),
    ]),
  ]);
}

function inline(element: "style" | "script", file: string): Element {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return h(element, text);
}
