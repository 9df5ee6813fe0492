import type { Element } from "hast";
import { h } from "hastscript";
import { duration } from "../text/duration.ts";
import { runText } from "../text/runText.ts";
import { isGood, summaryLine } from "../text/summaryLine.ts";
import { notRunScenarios } from "../notRunScenarios.ts";
import type { ToldRun } from "../toldRun.ts";

/** What was run, where, with what, and how it ended. */
export function runHeader(run: ToldRun): Element {
  const { started, ended } = run;
  const { target, versions, workers } = started;
  const isFine = ended !== undefined && isGood(ended.summary);
  const notRun = notRunScenarios(run);
  return h("header", { class: "run" }, [
    h("h1", null, "Keylab"),
    h(
      "p",
      { class: `verdict ${isFine ? "passed" : "failed"}` },
      `${isFine ? "✔" : "✘"} ${ended === undefined ? "The run was cut short." : summaryLine(ended)}`,
    ),
    h("dl", null, [
      ...fact("Target", `${target.name}: ${target.summary}`),
      ...fact("Run", runText(started)),
      ...fact("Began", `${started.at.replace("T", " ").slice(0, 19)} UTC`),
      ...fact("Workers", String(workers)),
      ...fact(
        "Versions",
        Object.entries(versions)
          .map((entry) => entry.join(" "))
          .join(", "),
      ),
      ...(ended === undefined ? [] : fact("Took", duration(ended.milliseconds))),
      ...(notRun.length === 0 ? [] : fact("Not run", notRun.join(", "))),
    ]),
  ]);
}

function fact(name: string, value: string): Element[] {
  return [h("dt", null, name), h("dd", null, value)];
}
