import type { ScenarioRecord } from "../runRecord.ts";
import type { ScenarioEnded } from "../events.ts";
import type { Colors, Screen } from "../screen.ts";
import { outcomeText } from "../outcomeText.ts";
import { duration } from "./duration.ts";
import { failureLines } from "./failureLines.ts";
import { matrix } from "./matrix.ts";
import { troubleLines } from "./troubleLines.ts";

/** A scenario that is over: outcome, access matrix, and all that was not as expected in full. */
export function scenarioLines({ started, phases, ended }: ScenarioRecord, screen: Screen): string[] {
  if (ended === undefined) return [];
  const { colors } = screen;
  const paint = painter(ended.outcome, colors);
  const wasTried = phases.some(({ checks }) => checks.length > 0);
  const matrixLines = ended.outcome === "skipped" && !wasTried ? [] : matrix(phases, screen);
  const bad = phases.flatMap(({ checks }) => checks).filter(({ verdict }) => verdict !== "passed");
  return [
    "",
    `${paint(colors.bold(outcomeText(ended)))} ${colors.bold(started.scenario)} in ${duration(ended.milliseconds)}`,
    started.title,
    ...withGap(matrixLines),
    ...bad.flatMap((check) => {
      const [head = "", ...facts] = failureLines(check);
      return ["", (check.verdict === "failed" ? colors.red : colors.yellow)(head), ...facts];
    }),
    ...withGap(troubleLines(ended).map((line) => (ended.outcome === "skipped" ? colors.yellow : colors.red)(line))),
    ...withGap(started.limits.map((limit) => colors.dim(`Limit: ${limit}`))),
  ];
}

function painter(outcome: ScenarioEnded["outcome"], { green, red, yellow }: Colors): Colors["red"] {
  if (outcome === "passed") return green;
  return outcome === "failed" ? red : yellow;
}

function withGap(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}
