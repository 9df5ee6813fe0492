import type { RunEvent } from "../../reporters/events.ts";
import { jsonReport } from "../../reporters/json/jsonReport.ts";
import { junitReport } from "../../reporters/junit/junitReport.ts";
import { markdownReport } from "../../reporters/markdown/markdownReport.ts";
import { expectGolden } from "./golden.ts";
import { sampleRuns } from "./sampleRuns.ts";
import { toldRun } from "./toldRun.ts";

const { passed = [] } = sampleRuns;

/** Runs as they are told to reporters, one for each way a run can go; one of them was killed. */
const runs: Readonly<Record<string, readonly RunEvent[]>> = { ...sampleRuns, "cut-short": passed.slice(0, 5) };

const formats = [
  { name: "json", ending: "json", textOf: jsonReport },
  { name: "junit", ending: "xml", textOf: junitReport },
  { name: "markdown", ending: "md", textOf: markdownReport },
];

for (const { name, ending, textOf } of formats) {
  describe(`a ${name} report`, () => {
    for (const [run, events] of Object.entries(runs)) {
      it(`tells a run: ${run}`, () => {
        expectGolden(`reporters/${name}/${run}.${ending}`, textOf(toldRun(events)));
      });
    }
  });
}
